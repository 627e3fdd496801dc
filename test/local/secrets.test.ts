import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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
    ['whole', 's.json', 'put it under "prod/x" in s.json: the next refusal makes the monitor read it'],
    [
      'part',
      's.json',
      'put it as the field "tok" of the JSON object under "prod/x" in s.json: the next refusal makes the monitor read it',
    ],
    ['parameter', 's.json', 'put it under "ssm:/x" in s.json: the next refusal makes the monitor read it'],
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
});
