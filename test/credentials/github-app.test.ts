import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { IncomingMessage, RequestListener } from 'node:http';
import { jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { startServer } from '../support/http-server.ts';
import { memorySecrets } from '../support/memory-secrets.ts';
import { githubApp, testProcess, usable } from '../support/minting.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PEM = String(rsa.privateKey.export({ format: 'pem', type: 'pkcs1' }));

async function githubAnswering(status: number, body: unknown) {
  const asked: IncomingMessage[] = [];
  const answer: RequestListener = (request, response) => {
    asked.push(request);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const server = await startServer(answer);
  const process = testProcess(memorySecrets({ 'prod/client': PEM }));
  return {
    url: server.url,
    asked,
    use: () => process.use(githubApp({ apiUrl: server.url })),
    [Symbol.asyncDispose]: () => server.close(),
  };
}

test('a token of an installation is asked for with a JWT of the app', async () => {
  const end = new Date(Math.floor(Date.now() / 1_000 + 3_600) * 1_000);
  await using at = await githubAnswering(201, {
    token: 'ghs_0123456789',
    expires_at: end.toISOString().replace('.000Z', 'Z'),
    permissions: { contents: 'read', issues: 'write' },
    repository_selection: 'all',
  });
  const { headers, grant, secrets, token } = usable(await at.use());
  expect(headers).toEqual({ authorization: 'Bearer ghs_0123456789' });
  expect(token).toBe('ghs_0123456789');
  expect(grant).toMatchObject({
    source: 'minted',
    expiresAt: { value: end.getTime() / 1_000 },
    scopes: { value: ['contents:read', 'issues:write'] },
  });

  const [sent] = at.asked;
  expect(`${sent?.method} ${sent?.url}`).toBe('POST /app/installations/42/access_tokens');
  const jwt = sent?.headers.authorization?.replace('Bearer ', '') ?? '';
  const key = createPublicKey(rsa.publicKey.export({ format: 'pem', type: 'spki' }));
  const { payload, protectedHeader } = await jwtVerify(jwt, key);
  expect(protectedHeader.alg).toBe('RS256');
  expect(payload.iss).toBe('Iv1.abc');
  // Ten minutes is what GitHub takes, counted from its own clock.
  expect(Number(payload.exp) - Date.now() / 1_000).toBeLessThanOrEqual(600);
  expect(Date.now() / 1_000 - Number(payload.iat)).toBeGreaterThanOrEqual(60);
  expect(secrets).toContain(jwt);
});

describe("a refusal is the app's, and has a diagnosis", () => {
  // @see https://docs.github.com/en/rest/apps/apps#create-an-installation-access-token-for-an-app
  test.each([
    [401, 'A JSON web token could not be decoded', { family: 'authentication' }],
    [404, 'Not Found', { evidence: expect.anything() }],
    [403, 'This installation has been suspended', { evidence: expect.anything() }],
  ])('%d %s', async (status, message, diagnosis) => {
    await using at = await githubAnswering(status, { message, documentation_url: 'https://docs.github.com/rest' });
    expect(await at.use()).toMatchObject({
      at: 'token',
      problem: expect.stringMatching(
        /refuses with status \d+ \(body message: .*\): see whether the app still has this key, and this installation/,
      ),
      refusal: { status, url: `${at.url}/app/installations/42/access_tokens`, diagnosis },
    });
  });
});

test.each([
  [200, { hello: 'world' }, /without a token/],
  [201, { token: 5 }, /without a token/],
  [201, { token: 'a\r\nb: c' }, /without a token/],
  [502, {}, /out of order/],
])('an answer %d %j is no token, and says nothing of the app', async (status, body, problem) => {
  await using at = await githubAnswering(status, body);
  expect(await at.use()).toEqual({ at: 'token', problem: expect.stringMatching(problem) });
});

test('a token whose end and rights are unreadable is used, and nothing is said of them', async () => {
  await using at = await githubAnswering(201, { token: 'ghs_x', expires_at: 'soon', permissions: 'all' });
  expect(usable(await at.use()).grant).toEqual({ source: 'minted' });
});
