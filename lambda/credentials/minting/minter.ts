import { rotates } from '../../config/rotates.ts';
import type {
  ClientCredentialsCredential,
  GithubAppCredential,
  JwtBearerCredential,
  RefreshTokenCredential,
} from '../../config/types.ts';
import type { Authorisation, CredentialProblem } from '../authorisation.ts';
import { mintForInstallation } from '../github-app.ts';
import { mintForClient } from '../oauth/client-credentials.ts';
import { mintForAssertion } from '../oauth/jwt-bearer.ts';
import { serverMetadata } from '../oauth/metadata.ts';
import { lastingRefresh } from '../oauth/refresh/lasting.ts';
import { rotatingRefresh } from '../oauth/refresh/rotating.ts';
import { mintCache, type ToKeep } from './mint-cache.ts';
import type { MintDeps, MintOutcome } from './minted.ts';
import type { ToMint } from './to-mint.ts';

/** The kinds whose token is made of the secret by asking a server. */
export type MintingCredential =
  | ClientCredentialsCredential
  | RefreshTokenCredential
  | JwtBearerCredential
  | GithubAppCredential;

/**
 * How soon a refusal may spend another rotating refresh token: each one is a new version of the secret, of which there
 * should not be more.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html (once in 10 minutes)
 */
const ROTATION_REST_MS = 10 * 60_000;

/** Mints tokens and keeps them for the process's life. Never rejects for what a secret or a server says. */
export function minter(
  deps: MintDeps,
): (input: ToMint<MintingCredential>) => Promise<Authorisation | CredentialProblem> {
  const cache = mintCache(deps.now);
  const readMetadata = serverMetadata(deps);
  const lasting = lastingRefresh(deps, readMetadata);
  const rotating = rotatingRefresh(deps, readMetadata);

  const mint = (input: ToMint<MintingCredential>): Promise<MintOutcome> => {
    const { credential } = input;
    switch (credential.kind) {
      case 'oauth2-client-credentials':
        return mintForClient({ ...input, credential }, deps, readMetadata);
      case 'jwt-bearer':
        return mintForAssertion({ ...input, credential }, deps, readMetadata);
      case 'github-app':
        return mintForInstallation({ ...input, credential }, deps);
      case 'oauth2-refresh-token':
        return credential.rotates ? rotating.mint({ ...input, credential }) : lasting({ ...input, credential });
    }
  };

  return async (input) => {
    const { credential } = input;
    if (rotates(credential)) await rotating.save({ ...input, credential });
    return cache(toKeep(input), () => mint(input));
  };
}

function toKeep({ name, credential, secret, refusedAt }: ToMint<MintingCredential>): ToKeep {
  return {
    key: JSON.stringify([name, secret?.version, credential]),
    ...(refusedAt !== undefined && { refusedAt }),
    ...(rotates(credential) && { forcedRestMs: ROTATION_REST_MS }),
  };
}
