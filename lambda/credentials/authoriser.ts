import type { Leases, Log, SecretWriter } from '../ports.ts';
import type { request } from '../request/request.ts';
import type { Authorise } from './authorise.ts';
import { authoriseStatic } from './authorise.ts';
import type { AwsKeySource } from './aws-keys.ts';
import { authoriseAwsSigv4 } from './aws-sigv4.ts';
import { minter } from './minting/minter.ts';
import { authoriseMtls } from './mtls.ts';
import type { SecretCache } from './secret-cache.ts';

/** What making a credential usable may take. What is absent cannot be done here, and is refused with that reason. */
export interface AuthoriserDeps {
  readonly now: () => number;
  readonly secrets: SecretCache;
  readonly request: typeof request;
  readonly log: Log;
  readonly writer?: SecretWriter;
  readonly leases?: Leases;
  /** For the keys of a role. */
  readonly awsKeys?: AwsKeySource;
}

/** Makes credentials usable, and keeps what it minted for the process's life: one mint for many probes. */
export function authoriser(deps: AuthoriserDeps): Authorise {
  const mint = minter(deps);
  return async (input) => {
    const { credential, secret, refusedAt } = input;
    switch (credential.kind) {
      case 'bearer':
      case 'basic':
      case 'api-key':
        return secret === undefined ? { problem: 'there is no secret' } : authoriseStatic(credential, secret.value);
      case 'oauth2-client-credentials':
      case 'oauth2-refresh-token':
      case 'jwt-bearer':
      case 'github-app':
        return mint({ ...input, credential });
      case 'aws-sigv4':
        return authoriseAwsSigv4(credential, secret?.value, deps, refusedAt);
      case 'mtls':
        return secret === undefined ? { problem: 'there is no secret' } : authoriseMtls(secret.value);
    }
  };
}
