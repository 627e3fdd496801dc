import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockFolder } from '../../lambda/local/lock.ts';
import { workplace } from '../support/cli.ts';
import { startServer } from '../support/http-server.ts';

type Event = { readonly type: string } & Readonly<Record<string, unknown>>;

const parse = (stdout: string): Event[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test('the demo runs every probe, prints events, keeps the mails, and ends by itself with 0', async () => {
  await using place = await workplace();
  const { code, stdout, stderr } = await place.run([
    'start',
    '--demo',
    '--for',
    '4s',
    '--json',
    '--state',
    place.folder,
  ]);
  const events = parse(stdout);
  expect(code).toBe(0);
  expect(stderr).toContain(place.folder);
  const runs = events.filter(({ type }) => type === 'run');
  expect(new Set(runs.map(({ probe }) => probe)).size).toBe(10);
  expect(runs[0]).toMatchObject({ outcome: expect.any(String), durationMs: expect.any(Number) });
  expect(events.find(({ type }) => type === 'alert')).toEqual({
    type: 'alert',
    kind: 'credential-expiring',
    severity: 'warning',
    subject: 'repositories',
    title: 'Expires in 6 days: repositories (demo)',
    text: expect.stringContaining('aws secretsmanager put-secret-value'),
  });
  expect(events.find(({ name }) => name === 'Success')).toMatchObject({ type: 'metric', unit: 'Percent', value: 100 });
  expect(readdirSync(join(place.folder, 'mails'))).toHaveLength(1);
}, 60_000);

test("the user's own endpoints: one mail for a refused probe, also over a restart", async () => {
  const server = await startServer((_request, response) => {
    response.writeHead(451).end();
  });
  await using place = await workplace();
  const config = await place.write('own.json', {
    monitor: 'own',
    allowPrivateNetwork: true,
    alerts: { failureThreshold: 1 },
    probes: [{ name: 'refused', url: server.url, every: '24h' }],
  });
  const run = () => place.run(['start', '--config', config, '--for', '3s', '--json']);
  const first = parse((await run()).stdout);
  const second = parse((await run()).stdout);
  await server.close();
  const alerts = (events: readonly Event[]) =>
    events.filter(({ type }) => type === 'alert').map(({ kind, subject }) => [kind, subject]);
  expect(alerts(first)).toEqual([['access-refused', 'refused']]);
  expect(alerts(second)).toEqual([]);
  expect(second.filter(({ type }) => type === 'run')).toHaveLength(1);
}, 60_000);

const OWN = { monitor: 'own', probes: [{ name: 'a', url: 'https://a.invalid/', every: '24h' }] };

test.each([
  ['30d', '--for must be a duration of at most 24d, such as 90s or 5m, got "30d"'],
  ['0s', '--for must be a duration of at most 24d, such as 90s or 5m, got "0s"'],
  ['soon', '--for must be a duration of at most 24d, such as 90s or 5m, got "soon"'],
])('--for %s is a wrong call', async (duration, message) => {
  await using place = await workplace();
  const config = await place.write('own.json', OWN);
  expect(await place.run(['start', '--config', config, '--for', duration])).toEqual({
    code: 2,
    stdout: '',
    stderr: `${message}\n`,
  });
});

test('a file where the state belongs is a wrong call', async () => {
  await using place = await workplace();
  const config = await place.write('own.json', OWN);
  const start = (state: string) => place.run(['start', '--config', config, '--for', '1s', '--state', state]);
  expect(await start(config)).toEqual({
    code: 2,
    stdout: '',
    stderr: `${config} is a file: name a folder for state, metrics and mails with --state\n`,
  });
  expect(await start(join(config, 'x'))).toMatchObject({ code: 2, stderr: expect.stringContaining('through a file') });
});

test('a second monitor on the same folder is refused while the first one runs', async () => {
  await using place = await workplace();
  const config = await place.write('own.json', OWN);
  using lock = lockFolder(place.folder);
  expect(lock).toBeDefined();
  expect(await place.run(['start', '--config', config, '--for', '1s', '--state', place.folder])).toEqual({
    code: 2,
    stdout: '',
    stderr: `another monitor runs on ${place.folder}: end it, or name another folder with --state\n`,
  });
});
