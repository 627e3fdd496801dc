import type { Diagnosis } from './diagnosis/diagnosis.ts';
import type { Grant } from './grants/grant.ts';
import type { Phases } from './request/observation.ts';

export const OUTCOMES = ['ok', 'refused', 'failed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * Stands for the probe's name where a credential's provider was asked about it. No probe can have it: names begin with
 * a letter or a digit.
 */
export const ASKED = '#asked';

/** One reason why a run is not `ok`, other than a refusal. */
export interface Failure {
  /** What was checked: `status`, `duration`, `header NAME`, `json PATH`, `body`, `credential`, or a transport failure's kind. */
  readonly what: string;
  /** For people, expected with actual; one line. */
  readonly message: string;
}

/** One execution of a probe, judged. The one record that flows on to metrics, incidents and reports; all text redacted. */
export interface RunResult {
  readonly probe: string;
  readonly credential?: string;
  /** Start of the slot that the run belongs to, epoch milliseconds. */
  readonly slot: number;
  /** When the request was sent, epoch milliseconds. */
  readonly observedAt: number;
  readonly url: string;
  readonly outcome: Outcome;
  readonly status?: number;
  readonly durationMs: number;
  readonly phases: Phases;
  /** Set when `outcome` is `refused`. */
  readonly diagnosis?: Diagnosis;
  /** Set when `outcome` is `failed`, or when a refused run also missed an expectation. */
  readonly failures: readonly Failure[];
  readonly grant?: Grant;
  /** False when the answer is one to a call without the credential: a redirect had left its origin. */
  readonly credentialSent?: boolean;
  /** Which version of the secret was used; absent when it could not be read. */
  readonly secretVersion?: string;
  /** The credential could not be read, or no token could be had for it: why, for people. */
  readonly credentialUnreadable?: string;
  /** This version of the secret is refused, while the one before is still let in. */
  readonly previousAccepted?: boolean;
  readonly certificateExpiresAt?: number;
  /** How the asking went; only where `probe` is `ASKED`. */
  readonly asking?: Asking;
}

/** What asking a provider about a credential took, and when it may be done again. */
export interface Asking {
  /** Requests that were sent for it. */
  readonly calls: number;
  /** Its provider said that it is alive, or minted a token with it. */
  readonly alive: boolean;
  /** The provider bears no other question before this, epoch milliseconds. */
  readonly notBefore?: number;
}
