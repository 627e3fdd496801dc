import type { Evidence } from '../diagnosis/diagnosis.ts';
import type { Life } from './life.ts';

/**
 * How an expiry is known: `reported` by the provider about this credential, `claimed` in the token itself,
 * `minted` with it, `declared` in the configuration, `remembered` from an earlier answer.
 */
export const EXPIRY_SOURCES = ['reported', 'claimed', 'minted', 'declared', 'remembered'] as const;
export type ExpirySource = (typeof EXPIRY_SOURCES)[number];

/** What a credential has now. An absent field is unknown, never "none". */
export interface Grant {
  /** What the provider says of its life; absent where it was not asked or did not say. */
  readonly life?: Life;
  /** Epoch seconds. */
  readonly expiresAt?: number;
  readonly expirySource?: ExpirySource;
  /** Epoch seconds; a short-lived token is not warned of days ahead. */
  readonly issuedAt?: number;
  readonly scopes?: readonly string[];
  /** Where `scopes` was read: two places may list different things. */
  readonly scopesFrom?: string;
  /** Configured scopes, or without them those that it once had, that neither stand in `scopes` nor are implied by one that does; absent where unknown. */
  readonly missingScopes?: readonly string[];
  /** Whom the credential speaks for: a user, a client or a tenant. */
  readonly identity?: string;
  /** Where `identity` was read: two places may call one user by different names. */
  readonly identityFrom?: string;
  /** Where each of these was read. */
  readonly evidence: readonly Evidence[];
}
