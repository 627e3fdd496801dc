import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RefreshTokenCredential } from '../../../lambda/config/types.ts';
import type { SecretWriter } from '../../../lambda/ports.ts';
import { request } from '../../../lambda/request/request.ts';
import { type AuthorizationServer, startAuthorizationServer } from '../../support/authorization-server.ts';
import { type MemorySecrets, memorySecrets } from '../../support/memory-secrets.ts';
import { refreshToken, testProcess, usable } from '../../support/minting.ts';

/** Seconds that the server's access tokens live. */
const LIFE = 600;
const CLIENT = { client_id: 'monitor', client_secret: 'a-secret-of-the-client-0123456789' };

// A real server is the judge: it ends every token of the family when one refresh token is used twice.
let server: AuthorizationServer;
beforeAll(async () => {
  server = await startAuthorizationServer(
    [
      {
        ...CLIENT,
        grant_types: ['authorization_code', 'refresh_token'],
        redirect_uris: ['https://monitor.example/'],
        scope: 'openid offline_access orders:read',
      },
    ],
    { ttl: { AccessToken: LIFE } },
  );
});
afterAll(() => server[Symbol.asyncDispose]());

/** A login's refresh token in a store that processes share, on a clock that the test moves. */
async function stage(more: Readonly<Record<string, unknown>> = {}) {
  const clock = { now: Date.now() };
  // Standing still but for the test's own steps.
  const token = await server.refreshToken('monitor', 'openid offline_access orders:read');
  const store = memorySecrets(
    { 'prod/pair': JSON.stringify({ ...CLIENT, refresh_token: token, note: 'keep me', ...more }) },
    () => clock.now,
  );
  const credential = refreshToken({ secret: 'prod/pair', tokenUrl: `${server.issuer}/token`, rotates: true });
  const before = server.requests.length;
  return {
    clock,
    store,
    token,
    credential,
    process: (name: string, deps: Parameters<typeof testProcess>[1] = {}) =>
      testProcess(store, { now: () => clock.now, writer: store, leases: store.leases(name), ...deps }),
    /** How many refresh tokens were spent. */
    spent: () => server.requests.length - before,
    stored: () => JSON.parse(store.value('prod/pair')),
  };
}

const isAlive = async (token: string) => (await server.provider.AccessToken.find(token)) !== undefined;

describe('a rotating refresh token', () => {
  test('is exchanged, and the new pair stands in the secret beside everything else', async () => {
    const at = await stage();
    const { token, grant, secrets } = usable(await at.process('a').use(at.credential));
    expect(await isAlive(token)).toBe(true);
    expect(at.stored()).toEqual({
      ...CLIENT,
      note: 'keep me',
      refresh_token: expect.not.stringMatching(at.token),
      access_token: token,
      expires_at: Math.floor(at.clock.now / 1_000 + LIFE),
      expires_in: LIFE,
      scope: 'openid offline_access orders:read',
    });
    expect(secrets).toEqual(expect.arrayContaining([token, at.token, at.stored().refresh_token, CLIENT.client_secret]));
    expect(grant?.scopes?.value).toEqual(['openid', 'offline_access', 'orders:read']);
  });

  test('is left alone while the access token in the secret is good', async () => {
    const at = await stage();
    const first = usable(await at.process('a').use(at.credential)).token;
    for (const name of ['b', 'c']) expect(usable(await at.process(name).use(at.credential)).token).toBe(first);
    expect(at.spent()).toBe(1);
  });

  test('is never lost when many processes use it at once, again and again', async () => {
    const at = await stage();
    const processes = ['a', 'b', 'c', 'd'].map((name) => at.process(name));
    for (let round = 0; round < 4; round += 1) {
      const results = await Promise.all(processes.flatMap((one) => [one.use(at.credential), one.use(at.credential)]));
      const tokens = new Set(results.map((one) => usable(one).token));
      expect(tokens.size).toBe(1);
      expect(await isAlive([...tokens][0] ?? '')).toBe(true);
      at.clock.now += LIFE * 1_000;
    }
    expect(at.spent()).toBe(4);
  });

  test('is exchanged once when the API refuses the access token, for all processes', async () => {
    const at = await stage();
    const processes = [at.process('a'), at.process('b')];
    const [first] = await Promise.all(processes.map((one) => one.use(at.credential)));
    at.clock.now += 1_000;
    const again = await Promise.all(processes.map((one) => one.use(at.credential, { refusedAt: at.clock.now })));
    const tokens = new Set(again.map((one) => usable(one).token));
    expect(tokens.size).toBe(1);
    expect(tokens).not.toContain(first && usable(first).token);
    expect(at.spent()).toBe(2);
  });
});

describe('a rotating refresh token is not spent', () => {
  test.each<[string, (store: MemorySecrets) => Parameters<typeof testProcess>[1], RegExp]>([
    ['where nothing may write', () => ({ writer: undefined }) as never, /nothing here may write the secret/],
    ['where nothing holds others off', () => ({ leases: undefined }) as never, /keeps another process from using it/],
    [
      'where the store says beforehand that it would refuse',
      (store) => ({ writer: refusing(store) }),
      /could not be kept: the role may not write it/,
    ],
  ])('%s', async (_, deps, problem) => {
    const at = await stage();
    const result = await at.process('a', deps(at.store)).use(at.credential);
    expect(result).toEqual({ problem: expect.stringMatching(problem) });
    expect(at.spent()).toBe(0);
  });

  test('where it is one field of a secret', async () => {
    const at = await stage();
    const store = memorySecrets({ 'prod/all': JSON.stringify({ ci: JSON.stringify(at.stored()) }) });
    const credential: RefreshTokenCredential = { ...at.credential, secret: 'prod/all#ci' };
    const process = testProcess(store, { writer: store, leases: store.leases('a') });
    expect(await process.use(credential)).toEqual({ problem: expect.stringMatching(/a secret of its own/) });
    expect(at.spent()).toBe(0);
  });

  test('when the run has no time left to store what it gives', async () => {
    const at = await stage();
    const result = await at.process('a').use(at.credential, { deadline: at.clock.now + 1_400 });
    expect(result).toEqual({ at: 'token', problem: expect.stringMatching(/too little time/) });
    expect(at.spent()).toBe(0);
  });

  test('while another process holds it', async () => {
    const at = await stage();
    await at.store.leases('other').take('refresh prod/pair', 60_000);
    const result = await at.process('a').use(at.credential, { deadline: at.clock.now + 100 });
    expect(result).toEqual({ at: 'token', problem: expect.stringMatching(/another process holds the refresh token/) });
    expect(at.spent()).toBe(0);
  });

  test('when another process stores an access token meanwhile', async () => {
    const at = await stage();
    await at.store.leases('other').take('refresh prod/pair', 60_000);
    const waiting = at.process('a').use(at.credential);
    const end = Math.floor(at.clock.now / 1_000) + 3_600;
    await at.store.write(
      'prod/pair',
      JSON.stringify({ ...at.stored(), access_token: 'from-the-other', expires_at: end }),
    );
    expect(usable(await waiting).token).toBe('from-the-other');
    expect(at.spent()).toBe(0);
  });
});

describe('when the new pair cannot be written', () => {
  test('a failing write is tried again', async () => {
    const at = await stage();
    at.store.faults.push(
      () => new Error('throttled'),
      () => new Error('throttled'),
    );
    const { token } = usable(await at.process('a').use(at.credential));
    expect(at.stored().access_token).toBe(token);
  });

  test('the pair is kept, nobody else spends the old one, and it is written at a later use', async () => {
    const at = await stage();
    at.store.faults.push(...Array.from({ length: 20 }, () => () => new Error(`no ${CLIENT.client_secret}`)));
    const [a, b] = [at.process('a'), at.process('b')];
    const { token } = usable(await a.use(at.credential, { deadline: at.clock.now + 1_500 }));
    expect(a.logged).toMatchObject([{ level: 'error', message: expect.stringContaining('could not be stored') }]);
    expect(JSON.stringify(a.logged)).not.toMatch(new RegExp(`${token}|${CLIENT.client_secret}`));
    expect(at.stored()).not.toHaveProperty('access_token');

    at.clock.now += 60_000;
    expect(await b.use(at.credential, { deadline: at.clock.now + 100 })).toMatchObject({
      problem: expect.stringContaining('another process holds the refresh token'),
    });
    at.store.faults.length = 0;
    expect(usable(await a.use(at.credential)).token).toBe(token);
    expect(at.stored().access_token).toBe(token);
    at.clock.now += 15_000;
    expect(usable(await b.use(at.credential)).token).toBe(token);
    expect(at.spent()).toBe(1);
  });

  test.each([
    ['at the next use', 10 * 60_000, {}],
    ['at the next refusal', 1_000, { refusedAt: 0 }],
  ])('a pair that somebody stored meanwhile is used instead, %s', async (_, laterMs, refused) => {
    const at = await stage();
    at.store.faults.push(() => ({ refused: 'access denied' }));
    const a = at.process('a');
    usable(await a.use(at.credential));
    const another = await server.refreshToken('monitor', 'openid offline_access orders:read');
    await at.store.write('prod/pair', JSON.stringify({ ...CLIENT, refresh_token: another }));
    at.clock.now += laterMs;
    usable(await a.use(at.credential, 'refusedAt' in refused ? { refusedAt: at.clock.now } : {}));
    expect((await server.provider.RefreshToken.find(another))?.consumed).toBeTruthy();
    expect(await isAlive(at.stored().access_token)).toBe(true);
  });

  test('and the process that had it dies, the next one is refused, and says what to do', async () => {
    const at = await stage();
    at.store.faults.push(...Array.from({ length: 20 }, () => () => new Error('down')));
    usable(await at.process('a').use(at.credential, { deadline: at.clock.now + 1_500 }));
    at.store.faults.length = 0;
    at.store.endLeases();
    const result = await at.process('b').use(at.credential);
    expect(result).toMatchObject({
      at: 'token',
      problem: expect.stringContaining('already used or revoked, or has ended: log in again'),
      refusal: { status: 400, diagnosis: { family: 'authentication' } },
    });
    expect(result).not.toMatchObject({ refusal: { diagnosis: { cause: 'credential-expired' } } });
  });
});

describe('when the answer to a refresh is lost', () => {
  /** Gets the request to the server, and loses what it answers. */
  const losing: typeof request = async (input) => {
    const observation = await request(input);
    const { response: _lost, failure: _none, ...rest } = observation;
    return { ...rest, failure: { kind: 'timeout', phase: 'first-byte', message: 'it did not answer within 1 ms' } };
  };

  test('the refresh token is not used again while the access token lasts', async () => {
    const at = await stage();
    usable(await at.process('a').use(at.credential));
    at.clock.now += (LIFE - 30) * 1_000;
    const { token } = usable(await at.process('b', { request: losing }).use(at.credential));
    expect(token).toBe(at.stored().access_token);
  });

  test('after that it is tried once more, and the server says what became of it', async () => {
    const at = await stage();
    const lost = await at.process('a', { request: losing }).use(at.credential);
    expect(lost).toEqual({ at: 'token', problem: expect.stringContaining('did not answer') });
    at.clock.now += 20_000;
    expect(await at.process('b').use(at.credential)).toMatchObject({
      problem: expect.stringContaining('already used or revoked'),
    });
  });
});

function refusing(store: MemorySecrets): SecretWriter {
  return { write: store.write, check: async () => 'the role may not write it' };
}

test('a login that somebody stores while the old token is being spent is not written over', async () => {
  const at = await stage();
  const login = JSON.stringify({ ...CLIENT, refresh_token: 'of a new login' });
  const store: SecretWriter = {
    write: (secret, value) => at.store.write(secret, value),
    // Just before the token is spent.
    check: async (secret) => {
      await at.store.write(secret, login);
      return undefined;
    },
  };
  usable(await at.process('a', { writer: store }).use(at.credential));
  expect(at.spent()).toBe(1);
  expect(at.store.value('prod/pair')).toBe(login);
});
