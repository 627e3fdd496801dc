import type { CredentialConfig } from '../config/types.ts';
import type { KnownCredential } from '../incidents/known.ts';

/** One asking about a credential that is due. */
export interface PlannedCheck {
  /** Key of `Config.credentials`. */
  readonly name: string;
  readonly credential: CredentialConfig;
  /** Of the probes that use it. */
  readonly urls: readonly string[];
  /** Start of the slot, epoch milliseconds. */
  readonly slot: number;
  /** Epoch milliseconds by which it must have ended. */
  readonly deadline: number;
  /** The secret has a new version: a value that was read before this, epoch milliseconds, will not do. */
  readonly secretSince?: number;
  readonly known?: KnownCredential;
  /** A probe is refused for the credential's sake just now: what the provider says of it needs no other witness. */
  readonly isBlamed?: boolean;
}
