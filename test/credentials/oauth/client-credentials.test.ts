import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClientCredentialsCredential } from '../../../lambda/config/types.ts';
import { type AuthorizationServer, startAuthorizationServer } from '../../support/authorization-server.ts';
import { memorySecrets } from '../../support/memory-secrets.ts';
import { clientCredentials, testProcess, usable } from '../../support/minting.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const ed = generateKeyPairSync('ed25519');
const jwk = (key: typeof rsa.publicKey, kid: string) => ({ ...key.export({ format: 'jwk' }), kid, use: 'sig' });

// A secret with every character that the two encodings treat differently.
const SECRET = 'p+w %/:=&~*-._-0123456789';
const grants = {
  grant_types: ['client_credentials'],
  redirect_uris: [],
  response_types: [],
  scope: 'orders:read',
};

let server: AuthorizationServer;
beforeAll(async () => {
  server = await startAuthorizationServer(
    [
      { ...grants, client_id: 'a-basic.client', client_secret: SECRET },
      { ...grants, client_id: 'post', client_secret: SECRET, token_endpoint_auth_method: 'client_secret_post' },
      ...(['RS256', 'PS256', 'ES384', 'EdDSA'] as const).map((alg) => ({
        ...grants,
        client_id: `jwt-${alg}`,
        token_endpoint_auth_method: 'private_key_jwt' as const,
        token_endpoint_auth_signing_alg: alg,
        jwks: {
          keys: [
            alg === 'ES384'
              ? jwk(ec.publicKey, 'one')
              : alg === 'EdDSA'
                ? jwk(ed.publicKey, 'one')
                : jwk(rsa.publicKey, 'one'),
          ],
        },
      })),
    ],
    { enabledJWA: { clientAuthSigningAlgValues: ['RS256', 'PS256', 'ES384', 'EdDSA'] } },
  );
});
afterAll(() => server[Symbol.asyncDispose]());

const pem = (key: typeof rsa.privateKey, type: 'pkcs8' | 'pkcs1' | 'sec1') =>
  String(key.export({ format: 'pem', type: type as 'pkcs8' }));
const mint = (secret: string, more: Partial<ClientCredentialsCredential>) =>
  testProcess(memorySecrets({ 'prod/client': secret })).use(
    clientCredentials({ issuer: server.issuer, scopes: ['orders:read'], ...more }),
  );

describe('a client gets its token', () => {
  test.each<[string, () => string, Partial<ClientCredentialsCredential>]>([
    ['with a secret as text', () => SECRET, { clientId: 'a-basic.client' }],
    ['with the line end that an editor leaves', () => `${SECRET}\n`, { clientId: 'a-basic.client' }],
    ['with both in JSON', () => JSON.stringify({ client_id: 'a-basic.client', client_secret: SECRET }), {}],
    ['in camel case', () => JSON.stringify({ clientId: 'a-basic.client', clientSecret: SECRET }), {}],
    [
      'as the Azure CLI writes it',
      () => JSON.stringify({ appId: 'a-basic.client', password: SECRET, tenant: 't' }),
      {},
    ],
    ['as Google writes it', () => JSON.stringify({ web: { client_id: 'a-basic.client', client_secret: SECRET } }), {}],
    ['with the secret in the body', () => SECRET, { clientId: 'post', clientAuth: 'client_secret_post' }],
    ['with a key in PKCS #8', () => pem(rsa.privateKey, 'pkcs8'), { clientId: 'jwt-RS256' }],
    ['with a key in PKCS #1', () => pem(rsa.privateKey, 'pkcs1'), { clientId: 'jwt-RS256' }],
    [
      'with a key whose line breaks became spaces',
      () => pem(rsa.privateKey, 'pkcs8').replaceAll('\n', ' '),
      { clientId: 'jwt-RS256' },
    ],
    [
      'with a key whose line breaks became \\n',
      () => pem(rsa.privateKey, 'pkcs8').replaceAll('\n', '\\n'),
      { clientId: 'jwt-RS256' },
    ],
    ['with an EC key in SEC 1', () => pem(ec.privateKey, 'sec1'), { clientId: 'jwt-ES384' }],
    ['with an Ed25519 key', () => pem(ed.privateKey, 'pkcs8'), { clientId: 'jwt-EdDSA' }],
    [
      'with a JWK that names its algorithm',
      () => JSON.stringify({ ...jwk(rsa.privateKey, 'one'), alg: 'PS256' }),
      { clientId: 'jwt-PS256' },
    ],
    [
      'with a key in JSON',
      () => JSON.stringify({ client_id: 'jwt-RS256', private_key: pem(rsa.privateKey, 'pkcs8'), kid: 'one' }),
      {},
    ],
  ])('%s', async (_, secret, more) => {
    const authorisation = usable(await mint(secret(), more));
    expect(authorisation.headers).toEqual({ authorization: `Bearer ${authorisation.token}` });
    const stored = await server.provider.ClientCredentials.find(authorisation.token);
    expect(stored?.scope).toBe('orders:read');
    expect(authorisation.grant).toMatchObject({
      source: 'minted',
      scopes: { value: ['orders:read'] },
      expiresAt: { value: expect.closeTo(Date.now() / 1_000 + 600, -1) },
    });
    expect(authorisation.secrets).toContain(authorisation.token);
    expect(JSON.stringify(authorisation.grant)).not.toContain(authorisation.token);
  });

  test('at the configured URL, without asking for metadata', async () => {
    const before = server.requests.length;
    usable(
      await mint(SECRET, {
        issuer: undefined,
        tokenUrl: `${server.issuer}/token`,
        clientId: 'a-basic.client',
      } as never),
    );
    expect(server.requests.slice(before)).toEqual(['POST /token']);
  });
});

describe('a client that is refused is told why', () => {
  test("a wrong secret is the credential's fault", async () => {
    const result = await mint('not the secret', { clientId: 'a-basic.client' });
    expect(result).toMatchObject({
      problem: expect.stringContaining(`the token endpoint ${server.issuer}/token refuses with status 401`),
      refusal: { url: `${server.issuer}/token`, status: 401, diagnosis: { cause: 'credential-invalid' } },
    });
    expect(JSON.stringify(result)).not.toContain('not the secret');
  });

  test('a scope that the server does not give is not', async () => {
    const result = await mint(SECRET, { clientId: 'a-basic.client', scopes: ['orders:write'] });
    expect(result).toMatchObject({ refusal: { status: 400, diagnosis: { cause: 'request-rejected' } } });
  });
});

describe("a secret that is no client's is named", () => {
  test.each<[string, string, Partial<ClientCredentialsCredential>, RegExp]>([
    ['text without a client id', SECRET, {}, /configure clientId/],
    ['JSON without a client secret', '{"client_id":"svc"}', {}, /neither "client_secret" nor "private_key"/],
    ['nothing', ' \n', { clientId: 'x' }, /is empty/],
    ['JSON with something else', '{"token":"hunter2"}', {}, /JSON object with "token": it needs "client_id"/],
    [
      'half of a JSON object',
      '{"client_id":"a","client_secret":"hunter2',
      { clientId: 'x' },
      /begins as a JSON object/,
    ],
    [
      'a JWK whose parts do not belong together',
      JSON.stringify({ ...jwk(rsa.privateKey, 'x'), p: 'AA' }),
      { clientId: 'x' },
      /signs nothing/,
    ],
    ['a public JWK', JSON.stringify(jwk(rsa.publicKey, 'x')), { clientId: 'x' }, /public one/],
    [
      'a key of a curve that signs no tokens',
      pem(generateKeyPairSync('x25519').privateKey, 'pkcs8'),
      { clientId: 'x' },
      /type x25519/,
    ],
    [
      'a key that is too short',
      pem(generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey, 'pkcs8'),
      { clientId: 'x' },
      /1024 bits/,
    ],
    ['half a PEM', pem(rsa.privateKey, 'pkcs8').slice(0, 300), { clientId: 'x' }, /no end/],
    ['a garbled PEM', pem(rsa.privateKey, 'pkcs8').replace('MII', 'AAA'), { clientId: 'x' }, /cannot be read/],
    [
      'an encrypted PEM',
      String(rsa.privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'x' })),
      { clientId: 'x' },
      /no passphrase/,
    ],
    ['text where a key is configured', SECRET, { clientId: 'x', clientAuth: 'private_key_jwt' }, /no private key/],
    [
      'a key where a secret is configured',
      pem(rsa.privateKey, 'pkcs8'),
      { clientId: 'x', clientAuth: 'client_secret_basic' },
      /no client secret/,
    ],
  ])('%s', async (_, secret, more, problem) => {
    const result = await mint(secret, more);
    expect(result).toEqual({ problem: expect.stringMatching(problem) });
    expect(JSON.stringify(result)).not.toMatch(/hunter2|MII/);
  });
});
