import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { startServer } from '../../support/http-server.ts';
import { memorySecrets } from '../../support/memory-secrets.ts';
import { clientCredentials, testProcess, usable } from '../../support/minting.ts';

type Pages = (origin: string) => Readonly<Record<string, unknown>>;

/** A server whose paths answer with JSON, and any token request with a token; the issuer is its path `/tenant`. */
async function serving(pages: Pages, issuerPath = '/tenant') {
  const asked: string[] = [];
  const answer: RequestListener = (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const page = pages(server.url)[request.url ?? ''];
    if (request.method === 'POST')
      response.end(JSON.stringify({ access_token: request.url?.slice(1), expires_in: 60 }));
    else if (page === undefined) response.writeHead(404).end('<html>');
    else response.end(JSON.stringify(page));
  };
  const server = await startServer(answer);
  const clock = { now: Date.now() };
  const process = testProcess(memorySecrets({ 'prod/client': 'hunter2CorrectHorse' }), { now: () => clock.now });
  const credential = clientCredentials({ clientId: 'ci', issuer: `${server.url}${issuerPath}` });
  return { asked, clock, use: () => process.use(credential), [Symbol.asyncDispose]: () => server.close() };
}

const metadata = (origin: string, more = {}) => ({
  issuer: `${origin}/tenant`,
  token_endpoint: `${origin}/token-there`,
  ...more,
});

test('the token endpoint is found by OpenID Connect, once an hour', async () => {
  await using at = await serving((origin) => ({ '/tenant/.well-known/openid-configuration': metadata(origin) }));
  expect(usable(await at.use()).token).toBe('token-there');
  at.clock.now += 3_599_000;
  await at.use();
  expect(at.asked).toEqual(['GET /tenant/.well-known/openid-configuration', 'POST /token-there', 'POST /token-there']);
  at.clock.now += 60_000;
  await at.use();
  expect(at.asked.filter((one) => one.startsWith('GET'))).toHaveLength(2);
});

test('or by the standard of OAuth', async () => {
  await using at = await serving((origin) => ({ '/.well-known/oauth-authorization-server/tenant': metadata(origin) }));
  expect(usable(await at.use()).token).toBe('token-there');
});

test('a server that takes the secret in the body alone gets it there', async () => {
  await using at = await serving((origin) => ({
    '/tenant/.well-known/openid-configuration': metadata(origin, {
      token_endpoint_auth_methods_supported: ['client_secret_post'],
    }),
  }));
  const { secrets } = usable(await at.use());
  expect(secrets.some((secret) => secret.startsWith('Basic '))).toBe(false);
});

test.each<[string, Pages, RegExp]>([
  [
    'of another issuer',
    (origin) => ({ '/tenant/.well-known/openid-configuration': metadata(origin, { issuer: 'https://evil.example/' }) }),
    /says that its issuer is https:\/\/evil\.example\/, and http.*\/tenant is configured/,
  ],
  [
    'of none',
    (origin) => ({ '/tenant/.well-known/openid-configuration': metadata(origin, { issuer: 5 }) }),
    /no metadata of an issuer: correct issuer, or configure tokenUrl/,
  ],
  ['that is a list', () => ({ '/tenant/.well-known/openid-configuration': [] }), /no metadata of an issuer/],
  ['that is not there', () => ({}), /status 404 and no metadata/],
  [
    'without a token endpoint',
    (origin) => ({ '/tenant/.well-known/openid-configuration': { issuer: `${origin}/tenant` } }),
    /names no token_endpoint: configure tokenUrl/,
  ],
  [
    'with one that is no URL',
    (origin) => ({ '/tenant/.well-known/openid-configuration': metadata(origin, { token_endpoint: 'there' }) }),
    /is no URL/,
  ],
  [
    'with one of another scheme',
    (origin) => ({
      '/tenant/.well-known/openid-configuration': metadata(origin, { token_endpoint: 'file:///etc/passwd' }),
    }),
    /over file, where no secret is sent/,
  ],
])('metadata %s gives no token, and says so', async (_, pages, problem) => {
  await using at = await serving(pages);
  expect(await at.use()).toEqual({ at: 'token', problem: expect.stringMatching(problem) });
  expect(at.asked.filter((one) => one.startsWith('POST'))).toEqual([]);
});
