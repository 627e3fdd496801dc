import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CredentialInput } from '../../../lambda/config/credentials/input.ts';
import { parseConfig } from '../../../lambda/config/schema.ts';
import { stepExpiry } from '../../../lambda/incidents/expiry.ts';
import { runProbe } from '../../../lambda/run-probe.ts';
import { type AuthorizationServer, startAuthorizationServer } from '../../support/authorization-server.ts';
import { startServer, type TestServer } from '../../support/http-server.ts';
import { memorySecrets } from '../../support/memory-secrets.ts';
import { runParts } from '../../support/probe-deps.ts';

const SECRET = 'hunter2CorrectHorse';

// A real authorization server, and an API that asks it whom to let in.
let server: AuthorizationServer;
let api: TestServer;
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
  api = await startServer(async (request, response) => {
    const token = await server.provider.ClientCredentials.find(
      request.headers.authorization?.replace('Bearer ', '') ?? '',
    );
    if (token !== undefined) response.end(`${request.headers.authorization}`);
    else response.writeHead(401, { 'www-authenticate': 'Bearer error="invalid_token"' }).end();
  });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await api.close();
});

function monitor(secret: string, more: Partial<CredentialInput> = {}) {
  const config = parseConfig({
    monitor: 'm',
    allowPrivateNetwork: true,
    credentials: {
      ci: {
        kind: 'oauth2-client-credentials',
        secret: 'prod/ci',
        clientId: 'ci',
        issuer: server.issuer,
        scopes: ['orders:read'],
        ...more,
      } as CredentialInput,
    },
    probes: [{ name: 'orders', url: `${api.url}/orders`, credential: 'ci' }],
  });
  const parts = { ...runParts(memorySecrets({ 'prod/ci': secret }), Date.now), credentials: config.credentials };
  const [probe] = config.probes;
  if (probe === undefined) throw new Error('no probe');
  return () => runProbe({ probe, slot: Date.now(), deadline: Date.now() + 30_000 }, parts);
}

describe('a probe whose credential mints tokens', () => {
  test('is let in, and knows what its token has', async () => {
    const result = await monitor(SECRET)();
    expect(result).toMatchObject({
      outcome: 'ok',
      grant: { scopes: ['orders:read'], missingScopes: [], expirySource: 'minted' },
    });
    expect(JSON.stringify(result)).not.toContain(SECRET);
  });

  test('is let in with another token, in the same run, when its own was ended before its time', async () => {
    const run = monitor(SECRET);
    const tokens: string[] = [];
    const save = (token: { jti: string }) => tokens.push(token.jti);
    server.provider.on('client_credentials.saved', save);
    await run();
    await server.provider.ClientCredentials.adapter.destroy(tokens[0] ?? '');
    expect(await run()).toMatchObject({ outcome: 'ok' });
    server.provider.off('client_credentials.saved', save);
    expect(tokens).toHaveLength(2);
  });

  test('is refused where its token is, and says why', async () => {
    expect(await monitor('not the secret')()).toMatchObject({
      outcome: 'refused',
      url: `${server.issuer}/token`,
      status: 401,
      diagnosis: { cause: 'credential-invalid' },
    });
  });

  test('is not told that its credential is dead when nobody gives tokens', async () => {
    const result = await monitor(SECRET, { issuer: undefined, tokenUrl: 'http://127.0.0.1:1/token' } as never)();
    expect(result).toMatchObject({ outcome: 'failed', failures: [{ what: 'token' }] });
    expect(result).not.toHaveProperty('diagnosis');
  });
});

test('the declared end of a client secret is warned of, however young its tokens are', async () => {
  const { grant } = await monitor(SECRET, { expiresAt: '2030-01-31' })();
  expect(grant).toMatchObject({ expiresAt: Date.UTC(2030, 0, 31) / 1_000, expirySource: 'declared' });
  expect(stepExpiry(undefined, grant, Date.UTC(2030, 0, 25), [30, 14, 7, 1])).toMatchObject({ due: true });
  expect(grant?.issuedAt).toBeUndefined();
});
