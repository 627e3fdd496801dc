import { GetMetricStatisticsCommand, ListMetricsCommand, type Metric } from '@aws-sdk/client-cloudwatch';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { CreateSecretCommand, PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { PutParameterCommand } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { logsOf } from '../../emulator/calls.ts';
import { awsClients } from '../../emulator/clients.ts';
import type { Mail } from '../../emulator/inbox.ts';
import { type DeployedMonitor, deployMonitor, promptName } from '../support/deployed-monitor.ts';
import { startServer, type TestServer } from '../support/http-server.ts';

const emulator = inject('emulator');
const { cloudWatch, dynamo, secrets, ssm } = awsClients(emulator);

/** What the API thinks of its callers; the tests change it. */
const api = {
  tokens: new Set(['shop-token-1', 'fleet-token', 'repos-token']),
  scopes: 'repo, read:org',
  requests: new Map<string, number>(),
};

const PLANTED = 'pl4nted"s3cret\\with+/=&% marks';
const ORDERS = promptName('orders');
const REPOS = promptName('repos');
const FLEET = Array.from({ length: 20 }, (_, index) => promptName(`fleet ${index}`));
const ECHO = promptName('echo');
const BOUNCE = promptName('bounce');
const ABSENT = promptName('absent');

let server: TestServer;
let monitor: DeployedMonitor;

beforeAll(async () => {
  server = await startServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://api');
    api.requests.set(pathname, (api.requests.get(pathname) ?? 0) + 1);
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const key = String(request.headers['x-api-key'] ?? '');
    if (pathname === '/echo') {
      const echoes = [key, Buffer.from(key).toString('base64'), encodeURIComponent(key), JSON.stringify(key)];
      response.writeHead(403, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ message: `key ${echoes.join(' ')} may not do this`, key }));
    } else if (pathname === '/bounce') {
      response.writeHead(302, { location: `/echo?key=${encodeURIComponent(key)}` }).end();
    } else if (api.tokens.has(token)) {
      response.writeHead(200, { 'content-type': 'application/json', 'x-oauth-scopes': api.scopes }).end('{}');
    } else {
      const challenge = 'Bearer error="invalid_token", error_description="The access token expired"';
      response.writeHead(401, { 'www-authenticate': challenge }).end();
    }
  });
  await secrets.send(new CreateSecretCommand({ Name: 'tests/shop', SecretString: 'shop-token-1' }));
  await secrets.send(new CreateSecretCommand({ Name: 'tests/all', SecretString: '{"repos":"repos-token"}' }));
  await secrets.send(new CreateSecretCommand({ Name: 'tests/planted', SecretString: PLANTED }));
  await ssm.send(new PutParameterCommand({ Name: '/tests/fleet', Value: 'fleet-token', Type: 'SecureString' }));
  const probe = (name: string, path: string, credential: string) => ({
    name,
    url: `${server.url}${path}`,
    credential,
    every: '1m',
  });
  monitor = await deployMonitor(emulator, {
    monitor: 'incidents',
    allowPrivateNetwork: true,
    alerts: { email: ['oncall@example.com'] },
    credentials: {
      shop: { kind: 'bearer', secret: 'tests/shop' },
      repos: { kind: 'bearer', secret: 'tests/all#repos', provider: 'github', scopes: ['repo', 'read:org'] },
      fleet: { kind: 'bearer', secret: 'ssm:/tests/fleet' },
      planted: { kind: 'api-key', in: 'header', name: 'x-api-key', secret: 'tests/planted' },
      absent: { kind: 'bearer', secret: 'tests/absent' },
    },
    probes: [
      probe(ORDERS, '/orders', 'shop'),
      probe(REPOS, '/repos', 'repos'),
      ...FLEET.map((name, index) => probe(name, `/fleet/${index}`, 'fleet')),
      probe(ECHO, '/echo', 'planted'),
      probe(BOUNCE, '/bounce', 'planted'),
      probe(ABSENT, '/absent', 'absent'),
    ],
  });
});
afterAll(() => server?.close());

const all: Mail[] = [];

/** The kinds of what was told of a subject since the last look, after so many ticks. */
async function toldOf(subject: string, ticks: number): Promise<readonly Mail[]> {
  for (let n = 0; n < ticks; n++) await monitor.tick();
  const mails = await monitor.mails();
  all.push(...mails);
  return mails.filter(({ attributes }) => attributes.subject === subject);
}

function kinds(mails: readonly Mail[]): readonly (string | undefined)[] {
  return mails.map(({ attributes }) => attributes.kind);
}

test('what works is not spoken of; a secret that is not there is, and the other probes run on', async () => {
  const told = await toldOf('absent', 3);
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain('tests/absent');
  expect(all.flatMap(({ attributes }) => attributes.subject)).not.toContain('shop');
  expect(api.requests.get('/orders')).toBe(3);
  expect(api.requests.get('/absent')).toBeUndefined();
});

test('a token that expires is told once, with evidence, and its renewal once', async () => {
  api.tokens.delete('shop-token-1');
  const [expired, ...more] = await toldOf('shop', 4);
  expect(expired?.attributes).toMatchObject({ kind: 'credential-expired', monitor: 'incidents', subject: 'shop' });
  expect(expired?.title).toMatch(/^[ -~]{1,99}$/);
  expect(expired?.text).toContain('The access token expired');
  expect(more).toEqual([]);

  api.tokens.add('shop-token-2');
  await secrets.send(new PutSecretValueCommand({ SecretId: 'tests/shop', SecretString: 'shop-token-2' }));
  expect(kinds(await toldOf('shop', 3))).toEqual(['recovered']);
});

test('a scope that vanishes is told once, by its name', async () => {
  api.scopes = 'repo';
  const told = await toldOf('repos', 4);
  expect(kinds(told)).toEqual(['scope-lost']);
  expect(told[0]?.text).toContain('read:org');
});

test('twenty probes that fail by one dead credential are one message, which lists them', async () => {
  api.tokens.delete('fleet-token');
  const before = all.length;
  const told = await toldOf('fleet', 4);
  expect(kinds(told)).toEqual(['credential-expired']);
  for (const name of FLEET) expect(told[0]?.text).toContain(name);
  expect(kinds(all.slice(before))).toEqual(['credential-expired']);
});

describe('what is delivered twice, or late, changes nothing', () => {
  test('a tick', async () => {
    const slot = await monitor.tick();
    const before = api.requests.get('/orders');
    await monitor.tickAgain(slot);
    await monitor.tick();
    expect(api.requests.get('/orders')).toBe((before ?? 0) + 1);
  });

  test('a run', async () => {
    const slot = await monitor.tick();
    const before = { requests: api.requests.get('/orders'), state: await stateOf(ORDERS) };
    await monitor.deliver({ probe: ORDERS, slot, delayMs: 0 });
    await monitor.deliver({ probe: ORDERS, slot: slot - 120_000, delayMs: 0 });
    expect({ requests: api.requests.get('/orders'), state: await stateOf(ORDERS) }).toEqual(before);
    expect(await toldOf('shop', 0)).toEqual([]);
  });
});

async function stateOf(probe: string): Promise<unknown> {
  const { Items = [] } = await dynamo.send(new ScanCommand({ TableName: monitor.outputs.TableName }));
  return Items.find(({ pk }) => pk?.S === `probe#${probe}`);
}

test('metrics have the names, units and dimensions that the dashboard and the bill count on', async () => {
  const { Metrics = [] } = await cloudWatch.send(new ListMetricsCommand({ Namespace: 'Scopewatch' }));
  const ours = Metrics.filter(({ Dimensions = [] }) => {
    const values = Dimensions.map(({ Value }) => Value);
    return values.includes('incidents') && !values.includes(ABSENT);
  });
  const described = await Promise.all(ours.map(async (metric) => `${describeMetric(metric)} ${await unitsOf(metric)}`));
  const probes = [ORDERS, REPOS, ...FLEET, ECHO, BOUNCE];
  expect(described.filter((line) => !line.startsWith('Refused')).toSorted()).toEqual(
    [
      ...probes.map((name) => `Success Monitor=incidents Probe=${name} Percent`),
      ...probes.map((name) => `Duration Monitor=incidents Probe=${name} Milliseconds`),
      'MissingScopes Monitor=incidents Credential=repos Count',
      'RunsCompleted Monitor=incidents Count',
    ].toSorted(),
  );
  expect(described).toContain('Refused Monitor=incidents Cause=credential-expired Count');
});

function describeMetric({ MetricName, Dimensions = [] }: Metric): string {
  return [MetricName, ...Dimensions.map(({ Name, Value }) => `${Name}=${Value}`)].join(' ');
}

async function unitsOf({ Namespace, MetricName, Dimensions }: Metric): Promise<string> {
  const { Datapoints = [] } = await cloudWatch.send(
    new GetMetricStatisticsCommand({
      Namespace,
      MetricName,
      Dimensions,
      StartTime: new Date(Date.now() - 3_600_000),
      EndTime: new Date(Date.now() + 3_600_000),
      Period: 60,
      Statistics: ['Average'],
    }),
  );
  return [...new Set(Datapoints.map(({ Unit }) => Unit))].join(' and ');
}

test('a secret is found nowhere, in no encoding, also when the server sends it back', async () => {
  const table = await dynamo.send(new ScanCommand({ TableName: monitor.outputs.TableName }));
  const metrics = await cloudWatch.send(new ListMetricsCommand({ Namespace: 'Scopewatch' }));
  const logs = await logsOf(emulator, 'scopewatch-incidents');
  const output = [logs, JSON.stringify(table.Items), JSON.stringify(metrics.Metrics), JSON.stringify(all)].join('\n');
  // Both had their chance to tell: the log, and a mail that quotes what the server sent back.
  expect(logs).toContain('dispatched');
  expect(all.find(({ text }) => text.includes(ECHO))?.text).toContain('<redacted>');
  for (const secret of [PLANTED, 'shop-token-1', 'shop-token-2', 'fleet-token', 'repos-token']) {
    const json = JSON.stringify(secret).slice(1, -1);
    const forms = [secret, Buffer.from(secret).toString('base64'), encodeURIComponent(secret), json];
    for (const form of [...forms, JSON.stringify(json).slice(1, -1)]) expect(output).not.toContain(form);
  }
});
