import { lstat, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parseConfig } from '../../lambda/config/schema.ts';
import { localMailContext } from '../../lambda/local/mail-context.ts';
import { localSecrets, secretsFileProblem } from '../../lambda/local/secrets.ts';

const nowhere = { read: async () => ({ unreadable: 'nobody knows it' }) };

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scopewatch-secrets-'));
  file = join(folder, 'secrets.json');
});
afterEach(() => rm(folder, { recursive: true }));

/** At a time of its own, whatever the file system's clock does. */
async function store(values: unknown, atSeconds: number): Promise<void> {
  await writeFile(file, JSON.stringify(values));
  await utimes(file, atSeconds, atSeconds);
}

describe('the version of a secret in a file', () => {
  test('stays while another secret is changed, and after a restart', async () => {
    const secrets = localSecrets(file, nowhere);
    await store({ a: 'one', b: 'one' }, 1);
    const [a, b] = [await secrets.read('a'), await secrets.read('b')];
    expect(await localSecrets(file, nowhere).read('a')).toEqual(a);
    await store({ a: 'one', b: 'two' }, 2);
    expect(await secrets.read('a')).toEqual(a);
    expect(await secrets.read('b')).not.toMatchObject({ version: b.version });
  });

  test('is another one for each change, also back to an earlier value and within a tick of the clock', async () => {
    const secrets = localSecrets(file, nowhere);
    const versions: unknown[] = [];
    for (const value of ['one', 'two', 'one']) {
      await store({ a: value }, 1);
      versions.push((await secrets.read('a')).version);
    }
    expect(new Set(versions).size).toBe(3);
  });

  test('says nothing of the value', async () => {
    await store({ a: 'hunter2CorrectHorse' }, 1);
    expect((await localSecrets(file, nowhere).read('a')).version).toBe('file of 1000, change 0');
  });
});

describe('a secrets file', () => {
  test.each([null, 5, true, ['hunter2']])('with %j for a name is refused with the name', async (value) => {
    await store({ a: 'hunter2', 'prod/x': value }, 1);
    const problem = await secretsFileProblem(file);
    expect(problem).toBe(`secrets file ${file} must hold text or a JSON object under "prod/x"`);
  });

  test('with text and objects is a good one', async () => {
    await store({ a: 'one', b: { field: 'two' } }, 1);
    expect(await secretsFileProblem(file)).toBeUndefined();
    expect(await localSecrets(file, nowhere).read('b#field')).toMatchObject({ value: '{"field":"two"}' });
  });
});

describe('a secret in a file is written', () => {
  const text = () => readFile(file, 'utf8');

  test('and the others stay as they are', async () => {
    const before = { a: 'one', b: { field: 'two', ünï: [1, null] } };
    await writeFile(file, JSON.stringify(before));
    const secrets = localSecrets(file, nowhere);
    const { version } = await secrets.write('a', 'new');
    expect(await secrets.read('a')).toEqual({ value: 'new', version });
    expect(await text()).toBe(JSON.stringify({ ...before, a: 'new' }, undefined, 2));
    expect(await readdir(folder)).toEqual(['secrets.json']);
  });

  test('as an object where one was, with the line end and the rights of the file', async () => {
    await writeFile(file, '{"b":{"field":"two"}}\n', { mode: 0o600 });
    await localSecrets(file, nowhere).write('b', '{"field":"three"}');
    expect(await text()).toBe(`${JSON.stringify({ b: { field: 'three' } }, undefined, 2)}\n`);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('through a link, which stays one', async () => {
    const link = join(folder, 'link.json');
    await writeFile(file, '{"a":"one"}');
    await symlink(file, link);
    await localSecrets(link, nowhere).write('a', 'new');
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(JSON.parse(await text())).toEqual({ a: 'new' });
  });

  test('also when several are written at once', async () => {
    await writeFile(file, JSON.stringify(Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`s${i}`, 'old']))));
    const secrets = localSecrets(file, nowhere);
    await Promise.all(Array.from({ length: 8 }, (_, i) => secrets.write(`s${i}`, `new ${i}`)));
    expect(Object.values(JSON.parse(await text()))).toEqual(Array.from({ length: 8 }, (_, i) => `new ${i}`));
  });

  test('and the value before is known as long as the process has seen it', async () => {
    await writeFile(file, '{"a":"one"}');
    const secrets = localSecrets(file, nowhere);
    const before = await secrets.read('a');
    expect(await secrets.previous?.('a')).toBeUndefined();
    await secrets.write('a', 'two');
    expect(await secrets.previous?.('a')).toEqual(before);
    expect(await localSecrets(file, nowhere).previous?.('a')).toBeUndefined();
  });

  test('but not one from another place', async () => {
    await writeFile(file, '{"a":"one"}');
    vi.stubEnv('SCOPEWATCH_SECRET_FROM_ENVIRONMENT', 'hunter2');
    for (const [secret, reason] of [
      ['from-environment', /comes from the variable SCOPEWATCH_SECRET_FROM_ENVIRONMENT/],
      ['elsewhere', /not in a file named by --secrets/],
    ] as const) {
      const secrets = localSecrets(file, nowhere);
      expect(await secrets.write(secret, 'new')).toEqual({ refused: expect.stringMatching(reason) });
      expect(await secrets.check?.(secret, { value: 'x', version: 'x' })).toMatch(reason);
    }
    vi.unstubAllEnvs();
    expect(await text()).toBe('{"a":"one"}');
  });
});

describe('a mail of a monitor on this machine says how to store', () => {
  const config = parseConfig({
    monitor: 'm',
    credentials: {
      whole: { kind: 'bearer', secret: 'prod/x' },
      part: { kind: 'bearer', secret: 'prod/x#tok' },
      parameter: { kind: 'bearer', secret: 'ssm:/x' },
    },
    probes: [{ name: 'a', url: 'https://a.example' }],
  });

  test.each([
    ['whole', 's.json', 'put it under "prod/x" in s.json: the monitor notices it within 1 min'],
    [
      'part',
      's.json',
      'put it as the field "tok" of the JSON object under "prod/x" in s.json: the monitor notices it within 1 min',
    ],
    ['parameter', 's.json', 'put it under "ssm:/x" in s.json: the monitor notices it within 1 min'],
    ['whole', undefined, 'set SCOPEWATCH_SECRET_PROD_X to the new value, or store it in AWS, and start again'],
    [
      'part',
      undefined,
      'set SCOPEWATCH_SECRET_PROD_X to a JSON object with the new value as "tok", or store it in AWS, and start again',
    ],
    ['constructor', 's.json', ''],
  ])('%s, with the file %s', (name, secretsFile, steps) => {
    expect(localMailContext(config, secretsFile).storeSecret(name)).toBe(steps);
  });

  test('with nobody watching, that it is read after the next refusal', () => {
    const { watchSecretsEveryMs, ...unwatched } = config;
    expect(localMailContext(unwatched, 's.json').storeSecret('whole')).toMatch(/: the next refusal makes the monitor/);
  });
});
