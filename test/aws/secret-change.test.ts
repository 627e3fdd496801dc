import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { CreateSecretCommand, PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { PutParameterCommand } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { invoke, logsOf } from '../../emulator/calls.ts';
import { awsClients } from '../../emulator/clients.ts';
import { type DeployedMonitor, deployMonitor } from '../support/deployed-monitor.ts';
import { eventually } from '../support/eventually.ts';
import { startServer, type TestServer } from '../support/http-server.ts';

const emulator = inject('emulator');
const { dynamo, secrets, ssm } = awsClients(emulator);

/** What the dispatcher logs when it has found one. */
const CHANGE = 'secrets have new versions';

/** What the API was called with, by path. */
const calls = new Map<string, string[]>();
let server: TestServer;
let monitor: DeployedMonitor;

beforeAll(async () => {
  server = await startServer((request, response) => {
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    calls.set(request.url ?? '', [...(calls.get(request.url ?? '') ?? []), token]);
    response.end('{}');
  });
  await secrets.send(new CreateSecretCommand({ Name: 'rotating/shop', SecretString: 'shop-1' }));
  await ssm.send(new PutParameterCommand({ Name: '/rotating/fleet', Value: 'fleet-1', Type: 'SecureString' }));
  const probe = (name: string, credential: string) => ({
    name,
    url: `${server.url}/${name}`,
    credential,
    every: '24h',
  });
  monitor = await deployMonitor(emulator, {
    monitor: 'rotating',
    allowPrivateNetwork: true,
    credentials: {
      shop: { kind: 'bearer', secret: 'rotating/shop' },
      fleet: { kind: 'bearer', secret: 'ssm:/rotating/fleet' },
    },
    probes: [probe('orders', 'shop'), probe('refunds', 'shop'), probe('cars', 'fleet')],
  });
});
afterAll(() => server?.close());

const lastOf = (path: string) => calls.get(path)?.at(-1);

test('a secret that gets another value is used at once by every probe of it, long before they are due', async () => {
  await secrets.send(new PutSecretValueCommand({ SecretId: 'rotating/shop', SecretString: 'shop-2' }));
  await eventually('both probes have used the new value', async () =>
    ['/orders', '/refunds'].every((path) => lastOf(path) === 'shop-2'),
  );
});

test('a parameter, of which nobody here is told, is noticed in the next tick', async () => {
  await dispatchTick();
  await ssm.send(
    new PutParameterCommand({ Name: '/rotating/fleet', Value: 'fleet-2', Type: 'SecureString', Overwrite: true }),
  );
  await dispatchTick();
  await eventually('the probe has used the new value', async () => lastOf('/cars') === 'fleet-2');
});

test('what was told is told once: ticks and events that find nothing new start nothing', async () => {
  const before = await changesLogged();
  await dispatchTick();
  await invoke(emulator, monitor.outputs.DispatchFunctionName ?? '', {
    source: 'aws.secretsmanager',
    'detail-type': 'Secret Label Updated',
    resources: [],
    detail: { name: 'rotating/shop', labelUpdated: 'AWSCURRENT' },
  });
  expect(await changesLogged()).toBe(before);
});

test('a tick does not fail because of secrets that cannot be watched; an event does, and comes again', async () => {
  const TableName = monitor.outputs.TableName;
  const Key = { pk: { S: 'rotation#seen' }, sk: { S: 'versions' } };
  await dynamo.send(new PutItemCommand({ TableName, Item: { ...Key, versions: { S: '?' } } }));
  await dispatchTick();
  await expect(invoke(emulator, monitor.outputs.DispatchFunctionName ?? '', { source: 'odd' })).rejects.toThrow(
    'rotation#seen',
  );
  await dynamo.send(new DeleteItemCommand({ TableName, Key }));
  expect(await logsOf(emulator, 'scopewatch-rotating')).toContain('secrets could not be watched');
});

test('no value of a secret is in the log', async () => {
  const logs = await logsOf(emulator, 'scopewatch-rotating');
  expect(logs).toContain(CHANGE);
  for (const value of ['shop-1', 'shop-2', 'fleet-1', 'fleet-2']) expect(logs).not.toContain(value);
});

async function changesLogged(): Promise<number> {
  return (await logsOf(emulator, 'scopewatch-rotating')).split(CHANGE).length - 1;
}

/** A tick of now: the emulator's own scheduler sends it too. */
function dispatchTick(): Promise<void> {
  return invoke(emulator, monitor.outputs.DispatchFunctionName ?? '', { scheduledAt: new Date().toISOString() });
}
