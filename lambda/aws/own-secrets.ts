import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SSMClient } from '@aws-sdk/client-ssm';
import type { SecretReader, SecretVersions } from '../ports.ts';
import { awsSecretVersions } from './secret-versions.ts';
import { awsSecrets } from './secrets.ts';

/** With the caller's own profile and region, for a person who waits: few retries. */
const SETTINGS = { maxAttempts: 2 } as const;

export function ownSecrets(): SecretReader {
  return awsSecrets(new SecretsManagerClient(SETTINGS), new SSMClient(SETTINGS));
}

/** What the stores tell of these secrets without their values. */
export function ownSecretVersions(): SecretVersions {
  return awsSecretVersions(new SecretsManagerClient(SETTINGS), new SSMClient(SETTINGS), () => {});
}
