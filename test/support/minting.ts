import type {
  ClientCredentialsCredential,
  CredentialConfig,
  GithubAppCredential,
  JwtBearerCredential,
  RefreshTokenCredential,
} from '../../lambda/config/types.ts';
import type { Authorisation, CredentialProblem } from '../../lambda/credentials/authorise.ts';
import { type AuthoriserDeps, authoriser } from '../../lambda/credentials/authoriser.ts';
import { secretCache } from '../../lambda/credentials/secret-cache.ts';
import { usableSecret } from '../../lambda/credentials/usable-secret.ts';
import { request } from '../../lambda/request/request.ts';
import type { MemorySecrets } from './memory-secrets.ts';

const COMMON = {
  secret: 'prod/client',
  everyMs: 15 * 60_000,
  allowPrivateNetwork: true,
  parameters: {},
  scheme: 'Bearer',
};

export const clientCredentials = (more: Partial<ClientCredentialsCredential>): ClientCredentialsCredential => ({
  ...COMMON,
  kind: 'oauth2-client-credentials',
  resource: [],
  ...more,
});

export const jwtBearer = (more: Partial<JwtBearerCredential>): JwtBearerCredential => ({
  ...COMMON,
  kind: 'jwt-bearer',
  claims: {},
  ...more,
});

export const refreshToken = (more: Partial<RefreshTokenCredential>): RefreshTokenCredential => ({
  ...COMMON,
  kind: 'oauth2-refresh-token',
  rotates: false,
  ...more,
});

export const githubApp = (more: Partial<GithubAppCredential>): GithubAppCredential => ({
  secret: 'prod/client',
  everyMs: COMMON.everyMs,
  allowPrivateNetwork: true,
  kind: 'github-app',
  appId: 'Iv1.abc',
  installationId: '42',
  ...more,
});

/** One process of the monitor: what it logs, and a way to use a credential as a run of a probe does. */
export interface TestProcess {
  readonly logged: { readonly level: string; readonly message: string; readonly fields: unknown }[];
  use(
    credential: CredentialConfig,
    more?: { refusedAt?: number; deadline?: number },
  ): Promise<Authorisation | CredentialProblem>;
}

export function testProcess(store: MemorySecrets, more: Partial<AuthoriserDeps> = {}): TestProcess {
  const logged: TestProcess['logged'] = [];
  const now = more.now ?? Date.now;
  const secrets = secretCache(store, now);
  const log: AuthoriserDeps['log'] = (level, message, fields) => logged.push({ level, message, fields });
  const authorise = authoriser({ now, secrets, request, log, ...more });
  return {
    logged,
    async use(credential, { refusedAt, deadline = now() + 20_000 } = {}) {
      const ref = credential.secret ?? '';
      const read = await (refusedAt === undefined ? secrets.current(ref) : secrets.readSince(ref, now()));
      const secret = usableSecret(credential, read);
      if (secret !== undefined && 'problem' in secret) return secret;
      return authorise({
        name: 'ci',
        credential,
        deadline,
        ...(secret && { secret }),
        ...(refusedAt !== undefined && { refusedAt }),
      });
    },
  };
}

/** The authorisation, or a failure of the test that says which problem there was. */
export function usable(result: Authorisation | CredentialProblem): Authorisation & { readonly token: string } {
  if ('problem' in result) throw new Error(`not usable: ${result.problem}`);
  return { ...result, token: result.token ?? '' };
}
