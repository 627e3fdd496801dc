import type { Evidence } from '../diagnosis/diagnosis.ts';

/**
 * How an expiry is known: `reported` by the provider about this credential, `claimed` in the token itself,
 * `minted` with it, `declared` in the configuration, `remembered` from an earlier answer.
 */
export const EXPIRY_SOURCES = ['reported', 'claimed', 'minted', 'declared', 'remembered'] as const;
export type ExpirySource = (typeof EXPIRY_SOURCES)[number];

/** What a credential has now. An absent field is unknown, never "none". */
export interface Grant {
  /** Epoch seconds. */
  readonly expiresAt?: number;
  readonly expirySource?: ExpirySource;
  /** Epoch seconds; a short-lived token is not warned of days ahead. */
  readonly issuedAt?: number;
  readonly scopes?: readonly string[];
  /** Configured scopes that neither stand in `scopes` nor are implied by one that does; absent where unknown. */
  readonly missingScopes?: readonly string[];
  /** Whom the credential speaks for: a user, a client or a tenant. */
  readonly identity?: string;
  /** Where each of these was read. */
  readonly evidence: readonly Evidence[];
}
