import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../lambda/config/schema.ts';
import { openDatabase } from '../../lambda/local/database.ts';
import { probe } from '../../lambda/probe.ts';
import type { RequestInput } from '../../lambda/request/request.ts';
import type { RunResult } from '../../lambda/run-result.ts';
import { jwt } from '../grants/fixtures.ts';
import { startServer } from '../support/http-server.ts';
import { runParts } from '../support/probe-deps.ts';

const MINUTE = 60_000;
const START = Date.UTC(2026, 2, 2);

interface Introspected {
  active: boolean;
  exp?: number;
  scope?: string;
  sub?: string;
}

/** An API and an RFC 7662 server in one, and a monitor that asks the latter about its token of the former. */
async function monitorOf(
  token: Introspected,
  { scopes, value = 'an-opaque-token' }: { scopes?: readonly string[]; value?: string } = {},
) {
  const asked: { authorization: string | undefined; body: string }[] = [];
  const server = await startServer(async (request, response) => {
    const send = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (request.url !== '/introspect') return send(200, { ok: true });
    const body = (await request.toArray()).join('');
    asked.push({ authorization: request.headers.authorization, body });
    const basic = `Basic ${Buffer.from('asker:hunter2CorrectHorse').toString('base64')}`;
    if (request.headers.authorization !== basic) return send(401, { error: 'invalid_client' });
    return send(200, token.active ? token : { active: false });
  });
  const clock = { now: START };
  const config = parseConfig({
    monitor: 'rfc7662',
    allowPrivateNetwork: true,
    credentials: {
      asker: { kind: 'basic', secret: 'prod/asker' },
      orders: {
        kind: 'bearer',
        secret: 'prod/orders',
        introspection: { url: `${server.url}/introspect`, credential: 'asker' },
        ...(scopes && { scopes }),
      },
    },
    probes: [{ name: 'orders', url: `${server.url}/orders`, credential: 'orders' }],
  });
  const values: Record<string, string> = {
    'prod/orders': value,
    'prod/asker': 'asker:hunter2CorrectHorse',
  };
  const read = async (name: string) =>
    values[name] ? { value: values[name], version: 'v1' } : { unreadable: `there is no ${name}` };
  const parts = runParts({ read }, () => clock.now);
  const database = openDatabase(':memory:', () => clock.now);
  const results: RunResult[] = [];
  const deps = {
    ...parts,
    request: async (input: RequestInput) => ({ ...(await parts.request(input)), startedAt: clock.now }),
    config,
    store: database.store,
    metrics: { put: async () => {} },
    schedulerGraceMs: 2 * MINUTE,
    log: () => {},
    onAsked: (result: RunResult) => void results.push(result),
  };
  return {
    server,
    asked,
    clock,
    values,
    results,
    /** Asks so many times, a quarter of an hour apart, and gives the kinds of the alerts that come of it. */
    async check(times: number) {
      for (let time = 0; time < times; time++) {
        clock.now += 15 * MINUTE;
        await probe([{ credential: 'orders', slot: clock.now, delayMs: 0 }], Date.now() + 30_000, deps);
      }
      const alerts = await database.outbox.pending();
      await database.outbox.remove(alerts);
      return alerts.map(({ kind }) => kind);
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}

const inDays = (days: number) => START / 1_000 + days * 24 * 3_600;

describe('a token that an authorization server is asked about', () => {
  test('has the end, the scopes and the subject that it says, and is never in a URL or a result', async () => {
    await using monitor = await monitorOf({ active: true, exp: inDays(400), scope: 'orders:read', sub: 'client-7' });
    expect(await monitor.check(1)).toEqual([]);
    expect(monitor.results[0]).toMatchObject({
      outcome: 'ok',
      grant: { life: 'alive', expiresAt: inDays(400), scopes: ['orders:read'], identity: 'client-7' },
    });
    expect(monitor.asked[0]?.body).toBe('token_type_hint=access_token&token=an-opaque-token');
    expect(JSON.stringify(monitor.results)).not.toMatch(/an-opaque-token|hunter2/);
  });

  test.each([
    ['past its end has expired', 0.5, 'credential-expired'],
    ['before its end was revoked', 400, 'credential-revoked'],
    ['without a known end is not accepted', undefined, 'credential-invalid'],
  ])('and that is active no more %s', async (_, days, kind) => {
    const token: Introspected = { active: true, ...(days !== undefined && { exp: inDays(days) }) };
    await using monitor = await monitorOf(token);
    await monitor.check(1);
    if (days === 0.5) monitor.clock.now += 24 * 60 * MINUTE;
    token.active = false;
    expect((await monitor.check(3)).filter((one) => one !== 'credential-expiring')).toEqual([kind]);
    token.active = true;
    token.exp = inDays(500);
    expect(await monitor.check(1)).toEqual(['recovered']);
  });

  test('loses a scope when it is not listed any more', async () => {
    const token = { active: true, scope: 'orders:read orders:write' };
    await using monitor = await monitorOf(token);
    await monitor.check(1);
    token.scope = 'orders:read';
    expect(await monitor.check(3)).toEqual(['scope-lost']);
  });
});

test('a scope that the token claims is not missing because the server names others', async () => {
  const value = jwt({ permissions: ['orders:write'] });
  const scopes = ['orders:read', 'orders:write'];
  await using monitor = await monitorOf({ active: true, scope: 'orders:read' }, { value, scopes });
  expect(await monitor.check(3)).toEqual([]);
  await using other = await monitorOf({ active: true, scope: 'orders:read' }, { scopes });
  expect(await other.check(3)).toEqual(['scope-lost']);
});

describe('nothing is said of a token', () => {
  test('by a server that never knew it: whoever asks may not be the one to be told', async () => {
    await using monitor = await monitorOf({ active: false });
    expect(await monitor.check(5)).toEqual([]);
  });

  test.each([
    [
      'refuses whoever asks',
      (values: Record<string, string>) => Object.assign(values, { 'prod/asker': 'asker:wrong' }),
    ],
    ['cannot be asked without a secret', (values: Record<string, string>) => void delete values['prod/asker']],
  ])('by a server that %s', async (_, change) => {
    await using monitor = await monitorOf({ active: true });
    await monitor.check(1);
    change(monitor.values);
    monitor.clock.now += 6 * MINUTE;
    expect(await monitor.check(3)).toEqual([]);
    expect(monitor.results.at(-1)?.outcome).toBe('failed');
  });

  test('by a server that is gone', async () => {
    const monitor = await monitorOf({ active: true });
    await monitor.check(1);
    await monitor.server.close();
    expect(await monitor.check(3)).toEqual([]);
    expect(monitor.results.at(-1)).toMatchObject({ outcome: 'failed', failures: [{}] });
  });
});

test('a minted token that its server calls inactive is minted anew, and only whoever gets no other is dead', async () => {
  const state = { tokens: 0, isClientGood: true, isActive: true };
  await using server = await startServer((request, response) => {
    const send = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (request.url === '/introspect') return send(200, { active: state.isActive });
    if (!state.isClientGood) return send(401, { error: 'invalid_client' });
    state.tokens += 1;
    send(200, { access_token: `token-${state.tokens}`, token_type: 'Bearer', expires_in: 3_600 });
  });
  const config = parseConfig({
    monitor: 'minted',
    allowPrivateNetwork: true,
    alerts: { failureThreshold: 1 },
    credentials: {
      client: {
        kind: 'oauth2-client-credentials',
        secret: 'prod/client',
        clientId: 'svc',
        tokenUrl: `${server.url}/token`,
        introspection: { url: `${server.url}/introspect` },
      },
    },
    probes: [{ name: 'elsewhere', url: `${server.url}/api` }],
  });
  const clock = { now: START };
  const now = () => clock.now;
  const database = openDatabase(':memory:', now);
  const deps = {
    ...runParts({ read: async () => ({ value: 'hunter2CorrectHorse', version: 'v1' }) }, now),
    config,
    store: database.store,
    metrics: { put: async () => {} },
    schedulerGraceMs: 2 * MINUTE,
    log: () => {},
  };
  const check = async () => {
    clock.now += 15 * MINUTE;
    await probe([{ credential: 'client', slot: clock.now, delayMs: 0 }], Date.now() + 30_000, deps);
    return (await database.outbox.pending()).map(({ kind }) => kind);
  };
  expect(await check()).toEqual([]);
  state.isActive = false;
  expect(await check()).toEqual([]);
  expect(state.tokens).toBe(2);
  state.isClientGood = false;
  expect(await check()).toEqual(['credential-invalid']);
});
