import type { Leases, Log, SecretWriter } from '../../ports.ts';
import type { request } from '../../request/request.ts';
import type { Authorisation, CredentialProblem } from '../authorisation.ts';
import type { SecretCache } from '../secret-cache.ts';

/** What minting a token may take. */
export interface MintDeps {
  readonly now: () => number;
  readonly request: typeof request;
  readonly log: Log;
  readonly secrets: SecretCache;
  readonly writer?: SecretWriter;
  readonly leases?: Leases;
}

/** A token that was made of a secret. Times are epoch milliseconds. */
export interface Minted {
  readonly authorisation: Authorisation;
  readonly mintedAt: number;
  /** Until then it is handed out; it is renewed a little before it ends. */
  readonly usableUntil: number;
}

/** Why there is no token. */
export interface NotMinted {
  readonly problem: CredentialProblem;
  /** Epoch milliseconds before which nobody is asked again. */
  readonly retryAt?: number;
  /** What the server's clock said when it refused, epoch milliseconds. */
  readonly serverTime?: number;
  /** The request went out, and what became of it is not known: what it carried may be spent. */
  readonly lost?: boolean;
}

export type MintOutcome = Minted | NotMinted;

/** No token could be had, which says nothing of the credential. */
export function noToken(problem: string, more: Omit<NotMinted, 'problem'> = {}): NotMinted {
  return { problem: { problem, at: 'token' }, ...more };
}

/** What is stored cannot be used. */
export function badSecret(problem: string): NotMinted {
  return { problem: { problem } };
}
