import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClientCredentialsCredential } from '../../../lambda/config/types.ts';
import { introspector, type ToIntrospect } from '../../../lambda/credentials/oauth/introspect.ts';
import { request } from '../../../lambda/request/request.ts';
import { type AuthorizationServer, startAuthorizationServer } from '../../support/authorization-server.ts';
import { startServer } from '../../support/http-server.ts';
import { memorySecrets } from '../../support/memory-secrets.ts';
import { clientCredentials, testProcess, usable } from '../../support/minting.ts';

const SECRET = 'hunter2CorrectHorse';
let server: AuthorizationServer;
beforeAll(async () => {
  server = await startAuthorizationServer([
    {
      client_id: 'ci',
      client_secret: SECRET,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
      scope: 'orders:read',
    },
  ]);
});
afterAll(() => server[Symbol.asyncDispose]());

const credential = (more: Partial<ClientCredentialsCredential> = {}) =>
  clientCredentials({ clientId: 'ci', issuer: server.issuer, scopes: ['orders:read'], introspection: {}, ...more });
const mint = async () => usable(await testProcess(memorySecrets({ 'prod/client': SECRET })).use(credential())).token;
const ask = (more: Partial<ToIntrospect> & { token: string }) =>
  introspector({ request, now: Date.now })({ credential: credential(), deadline: Date.now() + 10_000, ...more });

describe('an authorization server is asked about a token', () => {
  test('by the client that minted it, where its metadata says', async () => {
    const token = await mint();
    const answer = await ask({ token, secretValue: SECRET });
    expect(answer).toMatchObject({
      url: `${server.issuer}/token/introspection`,
      reading: {
        life: { value: 'alive' },
        scopes: { value: ['orders:read'] },
        identity: { value: 'ci' },
        expiresAt: { value: expect.closeTo(Date.now() / 1_000 + 600, -1) },
      },
    });
    expect(JSON.stringify(answer)).not.toMatch(new RegExp(`${token}|${SECRET}`));
  });

  test('and says when it is at its end', async () => {
    const token = await mint();
    await (await server.provider.ClientCredentials.find(token))?.destroy();
    expect(await ask({ token, secretValue: SECRET })).toMatchObject({ reading: { life: { value: 'ended' } } });
  });

  test('by another credential, at the configured place', async () => {
    const authorisation = { headers: { authorization: `Basic ${btoa(`ci:${SECRET}`)}` }, query: {}, secrets: [SECRET] };
    const introspection = { url: `${server.issuer}/token/introspection`, credential: 'other' };
    const answer = await ask({ token: await mint(), credential: { ...credential(), introspection }, authorisation });
    expect(answer).toMatchObject({ reading: { life: { value: 'alive' } } });
  });
});

describe('it says nothing of the token', () => {
  test('when who asks is refused', async () => {
    const answer = await ask({ token: await mint(), secretValue: 'not the secret' });
    expect(answer).toMatchObject({ response: { status: 401, body: expect.stringContaining('invalid_client') } });
    expect(answer).not.toHaveProperty('reading');
  });

  test('when the server repeats what it was asked, and none of it is shown', async () => {
    await using echo = await startServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => response.writeHead(400).end(`${body} ${request.headers.authorization}`));
    });
    const introspection = { url: echo.url };
    const answer = await ask({
      token: 'a-token-0123456789',
      secretValue: SECRET,
      credential: { ...credential(), introspection },
    });
    expect(answer).toMatchObject({ response: { body: expect.stringContaining('token_type_hint=access_token') } });
    expect(JSON.stringify(answer)).not.toMatch(/a-token-0123|hunter2|Y2k6/);
  });

  test.each<[string, Partial<ToIntrospect>, RegExp]>([
    ['when nobody is to ask', {}, /name a credential in introspection.credential/],
    [
      'when no place is known',
      { credential: clientCredentials({ clientId: 'ci', introspection: {} }), secretValue: SECRET },
      /configure introspection.url/,
    ],
    [
      'when nobody answers',
      {
        credential: clientCredentials({ clientId: 'ci', introspection: { url: 'http://127.0.0.1:1/' } }),
        secretValue: SECRET,
      },
      /could not be asked: .*refused the connection/,
    ],
    [
      'over plain http on the internet',
      {
        credential: clientCredentials({
          clientId: 'ci',
          introspection: { url: 'http://id.example/' },
          allowPrivateNetwork: false,
        }),
        secretValue: SECRET,
      },
      /use https/,
    ],
  ])('%s', async (_, more, problem) => {
    expect(await ask({ token: 'a-token-0123456789', ...more })).toMatchObject({
      problem: expect.stringMatching(problem),
    });
  });
});

test('a server that repeats who asks as whom the token is for does not bring the secret out', async () => {
  await using echo = await startServer((incoming, response) => {
    const [, pair = ''] = /^Basic (.*)$/.exec(incoming.headers.authorization ?? '') ?? [];
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ active: true, sub: atob(pair), scope: pair }));
  });
  const introspection = { url: `${echo.url}/introspect` };
  const answer = await ask({ token: 'opaque', secretValue: SECRET, credential: { ...credential(), introspection } });
  expect(answer).toMatchObject({ reading: { life: { value: 'alive' } } });
  expect(JSON.stringify(answer)).not.toContain(SECRET);
  expect(JSON.stringify(answer)).not.toContain(btoa(`ci:${SECRET}`));
});
