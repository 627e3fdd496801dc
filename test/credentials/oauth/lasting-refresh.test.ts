import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AuthorizationServer, startAuthorizationServer } from '../../support/authorization-server.ts';
import { memorySecrets } from '../../support/memory-secrets.ts';
import { refreshToken, testProcess, usable } from '../../support/minting.ts';

const web = {
  grant_types: ['authorization_code', 'refresh_token'],
  redirect_uris: ['https://monitor.example/'],
  scope: 'openid offline_access',
};

let rotates = false;
let server: AuthorizationServer;
beforeAll(async () => {
  server = await startAuthorizationServer(
    [
      { ...web, client_id: 'secret', client_secret: 'hunter2CorrectHorse' },
      { ...web, client_id: 'public', token_endpoint_auth_method: 'none' },
    ],
    { rotateRefreshToken: () => rotates },
  );
});
afterAll(() => server[Symbol.asyncDispose]());

const token = (client: string) => server.refreshToken(client, 'openid offline_access');
const credential = (more: { clientId?: string } = {}) => refreshToken({ tokenUrl: `${server.issuer}/token`, ...more });

test.each([
  ['alone, of a public client', 'public', (value: string) => value, { clientId: 'public' }],
  [
    'in JSON with its client',
    'secret',
    (value: string) =>
      JSON.stringify({ client_id: 'secret', client_secret: 'hunter2CorrectHorse', refresh_token: value }),
    {},
  ],
  [
    'in camel case',
    'secret',
    (value: string) => JSON.stringify({ clientId: 'secret', clientSecret: 'hunter2CorrectHorse', refreshToken: value }),
    {},
  ],
  [
    'in JSON without its client',
    'public',
    (value: string) => JSON.stringify({ refresh_token: value }),
    { clientId: 'public' },
  ],
])('a refresh token that stays is used %s, and nothing is written', async (_, client, secret, more) => {
  rotates = false;
  const store = memorySecrets({ 'prod/client': secret(await token(client)) });
  const process = testProcess(store, { writer: store, leases: store.leases('a') });
  expect(await server.provider.AccessToken.find(usable(await process.use(credential(more))).token)).toBeDefined();
  expect(store.versions('prod/client')).toBe(1);
});

test('when the server gives another one all the same, it is used from then on, and the log says so once', async () => {
  rotates = true;
  const clock = { now: Date.now() };
  const process = testProcess(memorySecrets({ 'prod/client': await token('public') }), { now: () => clock.now });
  const tokens = new Set<string>();
  for (let round = 0; round < 3; round += 1) {
    tokens.add(usable(await process.use(credential({ clientId: 'public' }))).token);
    clock.now += 3_600_000;
  }
  expect(tokens.size).toBe(3);
  expect(process.logged).toEqual([
    { level: 'warn', message: expect.stringContaining('set rotates: true'), fields: { credential: 'ci' } },
  ]);
});

test.each([
  ['nothing', '', /is empty: it needs a "refresh_token"/],
  [
    'JSON without one',
    '{"client_id":"a","note":"x"}',
    /JSON object with "client_id", "note": it needs a "refresh_token"/,
  ],
  ['half of a JSON object', '{"refresh_token":"hunter2', /begins as a JSON object/],
  ['one without a client', '{"refresh_token":"hunter2"}', /configure clientId/],
  ['a token alone without a client', 'hunter2', /configure clientId/],
])('a secret with %s is named', async (_, secret, problem) => {
  const result = await testProcess(memorySecrets({ 'prod/client': secret })).use(credential());
  expect(result).toEqual({ problem: expect.stringMatching(problem) });
  expect(JSON.stringify(result)).not.toContain('hunter2');
});

test('a refresh token that the server does not know is refused, with what that may mean', async () => {
  const result = await testProcess(memorySecrets({ 'prod/client': 'hunter2CorrectHorse' })).use(
    credential({ clientId: 'public' }),
  );
  expect(result).toMatchObject({
    problem: expect.stringContaining('already used or revoked'),
    refusal: { status: 400 },
  });
  expect(JSON.stringify(result)).not.toContain('hunter2');
});
