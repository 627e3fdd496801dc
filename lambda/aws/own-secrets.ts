import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SSMClient } from '@aws-sdk/client-ssm';
import type { SecretReader } from '../ports.ts';
import { awsSecrets } from './secrets.ts';

/** Secrets with the caller's own profile and region, for a person who waits: few retries. */
export function ownSecrets(): SecretReader {
  const settings = { maxAttempts: 2 };
  return awsSecrets(new SecretsManagerClient(settings), new SSMClient(settings));
}
