import { CreateSecretCommand, GetSecretValueCommand, PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { GetQueueAttributesCommand, type QueueAttributeName } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { logsOf } from '../../emulator/calls.ts';
import { awsClients } from '../../emulator/clients.ts';
import type { Mail } from '../../emulator/inbox.ts';
import type { ConfigInput } from '../../lambda/config/input.ts';
import { parseConfig } from '../../lambda/config/schema.ts';
import { dueRuns } from '../../lambda/schedule/due.ts';
import { type AuthorizationServer, startAuthorizationServer } from '../support/authorization-server.ts';
import { type DeployedMonitor, deployMonitor, promptName } from '../support/deployed-monitor.ts';
import { eventually } from '../support/eventually.ts';
import { startServer, type TestServer } from '../support/http-server.ts';

const emulator = inject('emulator');
const { secrets, sqs } = awsClients(emulator);

const MINUTE_MS = 60_000;
const BATCH_SIZE = 10;
const SCOPE = 'openid offline_access';
const HOLDER = { client_id: 'holder', client_secret: 'hunter2HolderOfThePair' };
const MACHINE = { client_id: 'machine', client_secret: 'hunter2MachineOfItsOwn' };
const SHOP_TOKEN = 'shop-token-1';
const MISTYPED = 'shop-token-mistyped';
const ASKER = { client_id: 'asker', client_secret: 'hunter2AskerOfOthers' };

/** Three batches, which may all run at once. */
const FLEET = Array.from({ length: 30 }, (_, index) => promptName(`fleet ${index}`));
const CI = promptCredential('ci');
const OPAQUE = promptCredential('opaque');

/** Of the access tokens that are given from now on: short enough to wait for, longer than a tick with cold starts. */
let lifeSeconds = 20;
/** The refresh tokens that the server took, in order, and the token requests that it refused. */
const spent: string[] = [];
const refused: string[] = [];
/** The tokens that the machine's client was given. */
const ofMachine: { readonly jti: string }[] = [];
/** What the API was asked with, by path. */
const calls = new Map<string, { readonly token: string; readonly status: number }[]>();

/** A token as somebody would store it who was given one. */
let opaque: string;

let server: AuthorizationServer;
let api: TestServer;
let monitor: DeployedMonitor;

beforeAll(async () => {
  server = await startServerOfTokens();
  api = await startApi();
  await storeSecrets();
  monitor = await deployMonitor(emulator, configuration());
});
afterAll(async () => {
  await api?.close();
  await server?.[Symbol.asyncDispose]();
});

const all: Mail[] = [];

/** What was told of a subject since the last look. */
async function toldOf(subject: string): Promise<readonly Mail[]> {
  const mails = await monitor.mails();
  all.push(...mails);
  return mails.filter(({ attributes }) => attributes.subject === subject);
}

test('many batches that need a new access token at once spend one refresh token, and store what is good next', async () => {
  await monitor.tick();
  expect(fleetStatuses()).toEqual([200]);
  expect(spent).toHaveLength(1);
  const first = await storedPair();
  expect(await isLive(first)).toBe(true);
  expect(await server.provider.RefreshToken.find(spent[0] ?? '')).toMatchObject({ consumed: expect.any(Number) });

  lifeSeconds = 3_600;
  await eventually('the access token has ended', async () => !(await isLive(first)));
  await monitor.tick();
  expect(fleetStatuses()).toEqual([200]);
  expect(spent).toEqual([spent[0], first.refresh_token]);
  expect(await isLive(await storedPair())).toBe(true);
  expect(refused).toEqual([]);
  expect(await toldOf('pair')).toEqual([]);
});

test('a tick has asked the server about each token that is to be asked about, and found nothing to tell', async () => {
  await eventually('both tokens were asked about', async () => introspections() >= 2);
  for (const subject of [CI, OPAQUE]) expect(await toldOf(subject)).toEqual([]);
});

test('a new version of a secret that is refused while the one before works is told once, and told so', async () => {
  await monitor.deliver({ probe: 'orders', slot: Date.now(), delayMs: 0 });
  expect(calls.get('/orders')).toEqual([{ token: SHOP_TOKEN, status: 200 }]);
  await secrets.send(new PutSecretValueCommand({ SecretId: 'credentials/shop', SecretString: MISTYPED }));
  await eventually('the new value was tried, and then the one before', async () => lastTokens().length >= 2);
  // A process may use a value for five minutes after it has read it, so each run is told of the change.
  for (let run = 0; run < 3; run++) {
    await monitor.deliver({ probe: 'orders', slot: Date.now(), delayMs: 0, secretChanged: true });
  }
  const told = await toldOf('shop');
  expect(told.map(({ attributes }) => attributes.kind)).toEqual(['credential-invalid']);
  expect(told[0]?.title).toContain('refused, the one before works');
  expect(told[0]?.text.replaceAll(/\s+/g, ' ')).toContain('while the value before still works');
  expect(new Set(lastTokens())).toEqual(new Set([MISTYPED, SHOP_TOKEN]));
});

test('a client that its server ends is found by asking alone, and told when asked a second time', async () => {
  await endClient();
  await ask(CI);
  expect(await toldOf(CI)).toEqual([]);
  // The function has put a second asking onto the queue by itself, for in a minute.
  expect(await count('ApproximateNumberOfMessagesDelayed')).toBe(1);
  for (let more = 0; more < 2; more++) await ask(CI);
  const told = await toldOf(CI);
  expect(told.map(({ attributes }) => attributes.kind)).toEqual(['credential-expired']);
  expect(told[0]?.text).toContain('invalid_client');
});

test('a token that its server revokes, and that no probe uses, is told when asked a second time', async () => {
  await ofAsker('/token/revocation', { token: opaque });
  await ask(OPAQUE);
  expect(await toldOf(OPAQUE)).toEqual([]);
  for (let more = 0; more < 2; more++) await ask(OPAQUE);
  expect((await toldOf(OPAQUE)).map(({ attributes }) => attributes.kind)).toEqual(['credential-revoked']);
});

test('no value of a secret and no token is in a log or a mail', async () => {
  const { refresh_token, access_token } = await storedPair();
  const output = `${await logsOf(emulator, 'scopewatch-credentials')}${JSON.stringify(all)}`;
  expect(output).toContain('dispatched');
  const minted = [...calls.values()].flat().map(({ token }) => token);
  const clients = [HOLDER, MACHINE, ASKER].map(({ client_secret }) => client_secret);
  for (const value of new Set([...minted, ...clients, ...spent, refresh_token, access_token, opaque])) {
    expect(output).not.toContain(value);
  }
});

/** Which answers the API has given to the fleet. */
function fleetStatuses(): readonly number[] {
  const paths = FLEET.map((_, index) => `/fleet/${index}`);
  return [...new Set(paths.flatMap((path) => calls.get(path)?.map(({ status }) => status) ?? [0]))];
}

async function startServerOfTokens(): Promise<AuthorizationServer> {
  const started = await startAuthorizationServer(
    [
      {
        ...HOLDER,
        grant_types: ['authorization_code', 'refresh_token'],
        redirect_uris: ['https://holder.example/'],
        scope: SCOPE,
      },
      ...[MACHINE, ASKER].map((client) => ({
        ...client,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      })),
    ],
    {
      ttl: {
        AccessToken: () => lifeSeconds,
        ClientCredentials: (_context, _token, { clientId }) => (clientId === MACHINE.client_id ? 20 : 3_600),
      },
      // No refresh is answered before a second batch is at work, which then needs a token just as much.
      rotateRefreshToken: () => eventually('two batches at once', async () => (await inFlight()) > BATCH_SIZE),
    },
  );
  started.provider.on('grant.success', ({ oidc }) => {
    if (oidc.params?.grant_type === 'refresh_token') spent.push(String(oidc.params.refresh_token));
  });
  started.provider.on('client_credentials.saved', (token) => {
    if (token.clientId === MACHINE.client_id) ofMachine.push(token);
  });
  started.provider.on('grant.error', ({ oidc }, error) => {
    refused.push(`${oidc.params?.grant_type} ${error.message}`);
  });
  return started;
}

/** An API that takes the shop's token and whatever access token is live at the server. */
function startApi(): Promise<TestServer> {
  return startServer(async (request, response) => {
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const isLive = token === SHOP_TOKEN || (await server.provider.AccessToken.find(token)) !== undefined;
    const status = isLive ? 200 : 401;
    const path = request.url ?? '';
    calls.set(path, [...(calls.get(path) ?? []), { token, status }]);
    response.writeHead(status, isLive ? {} : { 'www-authenticate': 'Bearer error="invalid_token"' }).end('{}');
  });
}

async function storeSecrets(): Promise<void> {
  await createSecret('credentials/pair', { ...HOLDER, refresh_token: await server.refreshToken('holder', SCOPE) });
  await createSecret('credentials/ci', MACHINE);
  await createSecret('credentials/asker', { username: ASKER.client_id, password: ASKER.client_secret });
  const given = await ofAsker('/token', { grant_type: 'client_credentials' });
  opaque = ((await given.json()) as Pair).access_token;
  await secrets.send(new CreateSecretCommand({ Name: 'credentials/opaque', SecretString: opaque }));
  await secrets.send(new CreateSecretCommand({ Name: 'credentials/shop', SecretString: SHOP_TOKEN }));
}

function configuration(): ConfigInput {
  return {
    monitor: 'credentials',
    allowPrivateNetwork: true,
    alerts: { email: ['oncall@example.com'] },
    credentials: {
      pair: {
        kind: 'oauth2-refresh-token',
        secret: 'credentials/pair',
        issuer: server.issuer,
        rotates: true,
        every: '24h',
      },
      shop: { kind: 'bearer', secret: 'credentials/shop', every: '24h' },
      asker: { kind: 'basic', secret: 'credentials/asker', every: '24h' },
      [CI]: {
        kind: 'oauth2-client-credentials',
        secret: 'credentials/ci',
        issuer: server.issuer,
        introspection: { credential: 'asker' },
        every: '1m',
      },
      [OPAQUE]: {
        kind: 'bearer',
        secret: 'credentials/opaque',
        issuer: server.issuer,
        introspection: { credential: 'asker' },
        every: '1m',
      },
    },
    probes: [
      ...FLEET.map((name, index) => ({
        name,
        url: `${api.url}/fleet/${index}`,
        credential: 'pair',
        every: '1m',
        timeout: '8s',
      })),
      // No tick is for it: it runs when its secret has a new version, and when it is told to.
      { name: 'orders', url: `${api.url}/orders`, credential: 'shop', every: '24h' },
    ],
  };
}

/** What the probe of the shop was made with after its first run, in order. */
function lastTokens(): readonly string[] {
  return (calls.get('/orders') ?? []).slice(1).map(({ token }) => token);
}

async function createSecret(Name: string, value: object): Promise<void> {
  await secrets.send(new CreateSecretCommand({ Name, SecretString: JSON.stringify(value) }));
}

interface Pair {
  readonly access_token: string;
  readonly refresh_token: string;
}

async function storedPair(): Promise<Pair> {
  const { SecretString = '' } = await secrets.send(new GetSecretValueCommand({ SecretId: 'credentials/pair' }));
  return JSON.parse(SecretString);
}

/** Whether the server would take both. */
async function isLive({ access_token, refresh_token }: Pair): Promise<boolean> {
  const { AccessToken, RefreshToken } = server.provider;
  const [access, refresh] = [await AccessToken.find(access_token), await RefreshToken.find(refresh_token)];
  return access?.isValid === true && refresh?.isValid === true;
}

function introspections(): number {
  return server.requests.filter((request) => request === 'POST /token/introspection').length;
}

/** Asks about a credential at once: as when its secret has a new version, which lets no rest go before it. */
function ask(credential: string): Promise<void> {
  return monitor.deliver({ credential, slot: nextSlot(), delayMs: 0, secretChanged: true });
}

/** A request of the client that may ask, and that has a token of its own. */
function ofAsker(path: string, parameters: Readonly<Record<string, string>>): Promise<Response> {
  const authorization = `Basic ${Buffer.from(`${ASKER.client_id}:${ASKER.client_secret}`).toString('base64')}`;
  const body = new URLSearchParams(parameters);
  return fetch(`${server.issuer}${path}`, { method: 'POST', headers: { authorization }, body });
}

/** As when somebody lets a client's secret run out. No function has a token of it then that could still serve. */
async function endClient(): Promise<void> {
  const client = await server.provider.Client.find(MACHINE.client_id);
  Object.assign(client ?? {}, { clientSecretExpiresAt: 1 });
  const live = () => Promise.all(ofMachine.map(({ jti }) => server.provider.ClientCredentials.find(jti)));
  await eventually('its tokens have ended', async () => (await live()).every((token) => token === undefined));
}

/** Later than that of any tick. */
function nextSlot(): number {
  return Date.now() + 60 * MINUTE_MS;
}

/** How many runs are being made. */
function inFlight(): Promise<number> {
  return count('ApproximateNumberOfMessagesNotVisible');
}

async function count(name: QueueAttributeName): Promise<number> {
  const QueueUrl = monitor?.outputs.QueueUrl ?? '';
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [name] }));
  return Number(Attributes?.[name as keyof typeof Attributes]);
}

/** A name that makes the asking about a credential due at the very start of its slot. */
function promptCredential(name: string): string {
  for (let suffix = 1; ; suffix++) {
    const candidate = `${name}-${suffix}`;
    const config = parseConfig({
      monitor: 'a',
      credentials: { [candidate]: { kind: 'bearer', secret: 'a', every: '1m' } },
      probes: [{ name: 'a', url: 'https://a.example/', every: '24h', credential: candidate }],
    });
    const run = dueRuns(config, 0, MINUTE_MS).find(({ credential }) => credential !== undefined);
    if (run !== undefined && run.delayMs < 1_000) return candidate;
  }
}
