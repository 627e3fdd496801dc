import type {
  ClientCredentialsCredential,
  CredentialConfig,
  GithubAppCredential,
  JwtBearerCredential,
  RefreshTokenCredential,
} from '../../config/types.ts';
import type { Authorisation, CredentialProblem } from '../authorisation.ts';
import { mintForInstallation } from '../github-app.ts';
import { mintForClient } from '../oauth/client-credentials.ts';
import { mintForAssertion } from '../oauth/jwt-bearer.ts';
import { serverMetadata } from '../oauth/metadata.ts';
import { mintCache } from './mint-cache.ts';
import type { MintDeps, MintOutcome } from './minted.ts';
import type { ToMint } from './to-mint.ts';

/** The kinds whose token is made of the secret by asking a server. */
export type MintingCredential =
  | ClientCredentialsCredential
  | RefreshTokenCredential
  | JwtBearerCredential
  | GithubAppCredential;

/** Mints tokens and keeps them for the process's life. Never rejects for what a secret or a server says. */
export function minter(
  deps: MintDeps,
): (input: ToMint<MintingCredential>) => Promise<Authorisation | CredentialProblem> {
  const cache = mintCache(deps.now);
  const readMetadata = serverMetadata(deps);

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
        throw new Error('todo');
    }
  };

  return (input) => cache(keyOf(input), () => mint(input));
}

function keyOf({ name, credential, secret, refusedAt }: ToMint<CredentialConfig>) {
  const key = JSON.stringify([name, secret?.version, credential]);
  return { key, ...(refusedAt !== undefined && { refusedAt }) };
}
