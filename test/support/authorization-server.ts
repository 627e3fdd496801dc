import { generateKeyPairSync } from 'node:crypto';
import type { IncomingMessage, RequestListener } from 'node:http';
import Provider, { type ClientMetadata, type Configuration } from 'oidc-provider';
import { startServer } from './http-server.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const SIGNING_JWK = { ...privateKey.export({ format: 'jwk' }), kid: 'of a test', use: 'sig' };

/** A real authorization server on loopback, and what was asked of it. */
export interface AuthorizationServer extends AsyncDisposable {
  readonly issuer: string;
  readonly provider: Provider;
  /** `METHOD /path` of each request, in order. */
  readonly requests: string[];
  /** A refresh token of a user who has agreed, as a login would give it. */
  refreshToken(clientId: string, scope: string): Promise<string>;
}

export async function startAuthorizationServer(
  clients: readonly ClientMetadata[],
  configuration: Configuration = {},
): Promise<AuthorizationServer> {
  const requests: string[] = [];
  let answer: RequestListener = (_request, response) => response.writeHead(503).end();
  const server = await startServer((request: IncomingMessage, response) => {
    requests.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  const provider = new Provider(server.url, {
    clients: [...clients],
    scopes: ['openid', 'offline_access', 'orders:read', 'orders:write'],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'],
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      introspection: { enabled: true },
      revocation: { enabled: true },
    },
    rotateRefreshToken: true,
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    jwks: { keys: [SIGNING_JWK] },
    cookies: { keys: ['of a test'] },
    ...configuration,
  });
  answer = provider.callback();
  return {
    issuer: server.url,
    provider,
    requests,
    async refreshToken(clientId, scope) {
      const client = await provider.Client.find(clientId);
      if (client === undefined) throw new Error(`no client ${clientId}`);
      const grant = new provider.Grant({ accountId: 'someone', clientId });
      grant.addOIDCScope(scope);
      const grantId = await grant.save();
      const token = new provider.RefreshToken({
        client,
        accountId: 'someone',
        grantId,
        scope,
        gty: 'authorization_code',
        iiat: Math.floor(Date.now() / 1_000),
        rotations: 0,
      } as ConstructorParameters<typeof provider.RefreshToken>[0]);
      return token.save();
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}
