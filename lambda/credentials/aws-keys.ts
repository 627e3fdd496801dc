import type { CredentialProblem } from './authorisation.ts';

/**
 * Keys of the role that this process has, or of one that it assumes; got anew where what is kept was assumed before
 * `refusedAt`, epoch milliseconds. A role that may not be assumed is a problem; only a fault of AWS itself rejects.
 */
export type AwsKeySource = (role: AssumedRole | undefined, refusedAt?: number) => Promise<AwsKeys | CredentialProblem>;

export interface AssumedRole {
  readonly roleArn: string;
  readonly externalId?: string;
}

export interface AwsKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  /** Epoch milliseconds; absent for keys that do not end, or do not say when. */
  readonly expiresAt?: number;
  /** When they were assumed, epoch milliseconds. */
  readonly issuedAt?: number;
}
