import { describe, expect, test } from 'vitest';
import { workplace } from '../support/cli.ts';
import { startServer } from '../support/http-server.ts';

const SECRET = 'planted/s3cret+"value"';

/** An API that accepts one token, and a config with one probe of each outcome. */
async function setting() {
  const server = await startServer((request, response) => {
    if (request.url === '/down') return void response.writeHead(503).end();
    if (request.headers.authorization !== `Bearer ${SECRET}`) return void response.writeHead(401).end();
    if (request.url === '/admin') {
      response.writeHead(403, { 'www-authenticate': 'Bearer error="insufficient_scope", scope="admin:read"' });
      return void response.end(JSON.stringify({ error: 'insufficient_scope', echo: SECRET }));
    }
    response.setHeader('x-oauth-scopes', 'repo');
    response.end(JSON.stringify({ echo: request.headers.authorization }));
  });
  const place = await workplace();
  const config = await place.write('x.json', {
    monitor: 'payments',
    allowPrivateNetwork: true,
    credentials: { ci: { kind: 'bearer', secret: 'prod/ci' } },
    probes: [
      { name: 'well', url: `${server.url}/well`, credential: 'ci' },
      { name: 'admin', url: `${server.url}/admin`, credential: 'ci' },
      { name: 'down', url: `${server.url}/down` },
    ],
  });
  const secrets = await place.write('s.json', { 'prod/ci': SECRET });
  return {
    ...place,
    config,
    secrets,
    async [Symbol.asyncDispose]() {
      await place[Symbol.asyncDispose]();
      await server.close();
    },
  };
}

describe('check --json', () => {
  test('gives each probe its outcome and each credential its state', async () => {
    await using place = await setting();
    const { code, stdout } = await place.run(['check', '--config', place.config, '--secrets', place.secrets, '--json']);
    const report = JSON.parse(stdout);
    expect(code).toBe(1);
    expect(report.monitor).toBe('payments');
    expect(report.probes.map(({ name, outcome, status }: Record<string, unknown>) => [name, outcome, status])).toEqual([
      ['well', 'ok', 200],
      ['admin', 'refused', 403],
      ['down', 'failed', 503],
    ]);
    expect(report.probes[1].diagnosis).toMatchObject({
      cause: 'scope-missing',
      family: 'permission',
      confidence: 'certain',
      details: { missingScopes: ['admin:read'] },
    });
    expect(report.probes[0].phases).toMatchObject({ connectMs: expect.any(Number), totalMs: expect.any(Number) });
    expect(report.probes[2].failures).toEqual([{ what: 'status', message: 'status 503, expected 2xx' }]);
    expect(report.credentials).toEqual([
      expect.objectContaining({ name: 'ci', state: 'under-scoped', missingScopes: ['admin:read'] }),
    ]);
  });

  test('ends with 0 when all is well, also for the probes that were chosen', async () => {
    await using place = await setting();
    const { code, stdout } = await place.run([
      'check',
      '-c',
      place.config,
      '-s',
      place.secrets,
      '--probe',
      'well',
      '--json',
    ]);
    expect([code, JSON.parse(stdout).probes.length]).toEqual([0, 1]);
  });

  test('takes a secret from the environment', async () => {
    await using place = await setting();
    const { code } = await place.run(['check', '-c', place.config, '--probe', 'well'], {
      env: { SCOPEWATCH_SECRET_PROD_CI: SECRET },
    });
    expect(code).toBe(0);
  });

  test('says where it looked for a secret that is nowhere, and still runs the other probes', async () => {
    await using place = await setting();
    const { code, stdout } = await place.run(['check', '-c', place.config, '--json']);
    const { probes, credentials } = JSON.parse(stdout);
    expect(code).toBe(1);
    expect(credentials[0]).toMatchObject({
      state: 'unknown',
      reason: expect.stringContaining('SCOPEWATCH_SECRET_PROD_CI'),
    });
    expect(probes[0]).toMatchObject({ outcome: 'failed', failures: [{ what: 'credential' }] });
    expect(probes[2].status).toBe(503);
  });

  test.each([['--json'], []])('shows the secret in no form, whatever the server echoes (%s)', async (...flags) => {
    await using place = await setting();
    const { stdout, stderr } = await place.run(['check', '-c', place.config, '-s', place.secrets, ...flags]);
    const forms = [SECRET, JSON.stringify(SECRET).slice(1, -1), encodeURIComponent(SECRET), btoa(SECRET)];
    for (const form of forms) expect(stdout + stderr).not.toContain(form);
  });
});

describe('check for people', () => {
  test('lines up the tables, explains what is not well, and has no colour where there is no terminal', async () => {
    await using place = await setting();
    const { stdout } = await place.run(['check', '-c', place.config, '-s', place.secrets]);
    const lines = stdout.replace(/\d+ ms/g, (time) => 'N ms'.padStart(time.length)).split('\n');
    expect(lines.slice(0, 4).map((line) => line.replace(/ +/g, ' '))).toEqual([
      ' PROBE STATUS TIME CAUSE',
      '✓ well 200 N ms',
      '✗ admin 403 N ms scope-missing admin:read (ci)',
      '! down 503 N ms status 503, expected 2xx',
    ]);
    expect(stdout).toContain('1 ok, 1 refused, 1 failed');
    expect(stdout).not.toContain('\u001b[');
  });
});

test('a fault of the monitor costs its own probe alone', async () => {
  await using place = await setting();
  const broken = { NODE_OPTIONS: `--import=${BREAKS_DOWN}` };
  const args = ['check', '-c', place.config, '-s', place.secrets, '--json'];
  const { code, stdout, stderr } = await place.run(args, { env: broken });
  expect(JSON.parse(stdout).probes.map(({ name }: { name: string }) => name)).toEqual(['well', 'admin']);
  expect([code, stderr]).toEqual([3, 'monitor fault: down was not checked: planted fault\n']);
});

/** A module that makes each request to `/down` a fault of this program's own. */
const BREAKS_DOWN = `data:text/javascript,${encodeURIComponent(`
  globalThis.URL = class extends URL {
    constructor(url, base) {
      super(url, base);
      if (String(url).endsWith('/down') && new Error().stack.includes('/request/request.')) throw new Error('planted fault');
    }
  };
`)}`;

describe('a wrong call', () => {
  test('a config with problems: all of them, exit code 2, nothing sent', async () => {
    let calls = 0;
    const server = await startServer((_request, response) => {
      calls += 1;
      response.end();
    });
    await using place = await workplace();
    const config = await place.write('x.json', {
      monitor: 'x',
      allowPrivateNetwork: true,
      probes: [
        { name: 'a', url: server.url, every: '5s' },
        { name: 'b', url: server.url, expct: {} },
      ],
    });
    const { code, stdout, stderr } = await place.run(['check', '--config', config]);
    await server.close();
    expect([code, stdout, calls]).toEqual([2, '', 0]);
    expect(stderr).toContain('probes[0].every');
    expect(stderr).toContain('did you mean "expect"?');
    expect(stderr).not.toContain(' at ');
  });

  test.each([[['planted']], ['{"prod/ci": "planted']])(
    'a secrets file %j is refused without quoting it',
    async (content) => {
      await using place = await setting();
      const file = await place.write('s.json', content);
      const outcome = await place.run(['check', '-c', place.config, '-s', file, '--probe', 'down']);
      expect(outcome).toMatchObject({
        code: 2,
        stdout: '',
        stderr: `secrets file ${file} must hold a JSON object, name → value\n`,
      });
    },
  );

  test.each([
    [['check', '--config', 'nowhere.json'], 'nowhere.json'],
    [['check', '--probe', 'gone'], 'scopewatch init'],
    [['chek'], 'check'],
    [['check', '--jsn'], '--json'],
    [['start', '--demo', '--for', 'ever'], '--for must be a duration'],
    [['explain', 'nowhere.txt'], 'nowhere.txt cannot be read'],
  ])('%j ends with 2 and says %s', async (args, words) => {
    await using place = await workplace();
    const { code, stderr } = await place.run(args);
    expect(stderr).toContain(words);
    expect(code).toBe(2);
  });

  test('an unknown probe is answered with those that there are', async () => {
    await using place = await setting();
    const { code, stderr } = await place.run(['check', '-c', place.config, '--probe', 'wel']);
    expect([code, stderr.trim()]).toEqual([2, 'no probe is named "wel": there are "well", "admin", "down"']);
  });
});

test('init writes a configuration that validate accepts, and never overwrites one', async () => {
  await using place = await workplace();
  await place.write('package.json', { name: 'of-somebody' });
  expect((await place.run(['init'])).code).toBe(0);
  expect(await place.run(['validate'])).toEqual({ code: 0, stdout: expect.stringContaining('is valid'), stderr: '' });
  expect(await place.run(['init'])).toMatchObject({ code: 2, stderr: expect.stringContaining('exists already') });
});
