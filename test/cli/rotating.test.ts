import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { startAuthorizationServer } from '../support/authorization-server.ts';
import { workplace } from '../support/cli.ts';
import { startServer } from '../support/http-server.ts';

const CLIENT = { client_id: 'monitor', client_secret: 'hunter2CorrectHorse' };
const SCOPE = 'openid offline_access';

/** A rotating refresh token of a real server in a secrets file, and an API that takes what it is good for. */
async function setting() {
  const server = await startAuthorizationServer([
    {
      ...CLIENT,
      grant_types: ['authorization_code', 'refresh_token'],
      redirect_uris: ['https://monitor.example/'],
      scope: SCOPE,
    },
  ]);
  const api = await startServer(async (request, response) => {
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    response.writeHead((await server.provider.AccessToken.find(token)) === undefined ? 401 : 200).end();
  });
  const place = await workplace();
  const config = await place.write('x.json', {
    monitor: 'payments',
    allowPrivateNetwork: true,
    credentials: {
      ci: { kind: 'oauth2-refresh-token', secret: 'prod/pair', tokenUrl: `${server.issuer}/token`, rotates: true },
    },
    probes: [{ name: 'orders', url: `${api.url}/orders`, credential: 'ci', timeout: '500ms' }],
  });
  const pair = { ...CLIENT, refresh_token: await server.refreshToken('monitor', SCOPE) };
  return {
    ...place,
    config,
    pair,
    spent: () => server.requests.length,
    async [Symbol.asyncDispose]() {
      await place[Symbol.asyncDispose]();
      await api.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

test('check refreshes a token in the secrets file, stores the new pair, and needs no other soon after', async () => {
  await using place = await setting();
  const secrets = await place.write('s.json', { 'prod/pair': place.pair, other: 'stays' });
  const check = () => place.run(['check', '--config', place.config, '--secrets', secrets]);
  const [first, second] = [await check(), await check()];
  expect([first.code, second.code, first.stderr]).toEqual([0, 0, '']);
  const stored = JSON.parse(await readFile(secrets, 'utf8'));
  expect(stored).toMatchObject({ other: 'stays', 'prod/pair': { ...CLIENT, access_token: expect.any(String) } });
  expect(stored['prod/pair'].refresh_token).not.toBe(place.pair.refresh_token);
  expect(place.spent()).toBe(1);
  expect(`${first.stdout}${second.stdout}`).not.toContain(stored['prod/pair'].access_token);
});

test('check leaves a token alone that it could not store', async () => {
  await using place = await setting();
  const { code, stdout } = await place.run(['check', '--config', place.config], {
    env: { SCOPEWATCH_SECRET_PROD_PAIR: JSON.stringify(place.pair) },
  });
  expect(code).toBe(1);
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('the refresh token is not used');
  expect(place.spent()).toBe(0);
});
