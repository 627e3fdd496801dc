import type { Leases, Log, SecretWriter } from '../ports.ts';
import type { request } from '../request/request.ts';
import type { Authorise } from './authorise.ts';
import { authoriseStatic } from './authorise.ts';
import { minter } from './minting/minter.ts';
import type { SecretCache } from './secret-cache.ts';

/** What making a credential usable may take. What is absent cannot be done here, and is refused with that reason. */
export interface AuthoriserDeps {
  readonly now: () => number;
  readonly secrets: SecretCache;
  readonly request: typeof request;
  readonly log: Log;
  readonly writer?: SecretWriter;
  readonly leases?: Leases;
  /** Keys of the role that this process has, or of one that it assumes; they are good until `expiresAt`, epoch ms. */
  readonly awsKeys?: (role: AssumedRole | undefined) => Promise<AwsKeys>;
}

export interface AssumedRole {
  readonly roleArn: string;
  readonly externalId?: string;
}

export interface AwsKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiresAt?: number;
}

/** Makes credentials usable, and keeps what it minted for the process's life: one mint for many probes. */
export function authoriser(deps: AuthoriserDeps): Authorise {
  const mint = minter(deps);
  return async (input) => {
    const { credential, secret } = input;
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
      default:
        return { problem: `kind ${credential.kind} is not supported` };
    }
  };
}
