import { STSClient } from '@aws-sdk/client-sts';
import type { AwsKeySource } from '../credentials/aws-keys.ts';
import { roleKeys } from './role-keys.ts';

/** Keys of the caller's own profile, or of roles that it assumes, for a person who waits: few retries. */
export function ownKeys(monitor: string): AwsKeySource {
  return roleKeys(new STSClient({ maxAttempts: 2 }), monitor, Date.now);
}
