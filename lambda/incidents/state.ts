import type { Cause } from '../diagnosis/causes.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Grant } from '../grants/grant.ts';
import type { Failure, Outcome } from '../run-result.ts';
import type { AlertKind } from './alert.ts';

/** All times in here are epoch milliseconds unless a name says otherwise. */

/** Something is wrong with one subject, from opening to recovery. */
export interface Incident {
  /** The first bad run. */
  readonly since: number;
  readonly openedAt: number;
  /** Kinds already told, in order: each is told once an incident. The last is what it is announced as. */
  readonly told: readonly AlertKind[];
  readonly lastAlertAt: number;
}

/** What is remembered of a probe. */
export interface ProbeState {
  /** The newest slot that was judged: anything not newer is a duplicate or late and changes nothing. */
  readonly slot: number;
  readonly observedAt: number;
  readonly outcome: Outcome;
  readonly status?: number;
  readonly cause?: Cause;
  readonly durationMs: number;
  /** Bad runs in a row that are the probe's own, not its credential's. */
  readonly badRuns: number;
  /** First of them. */
  readonly badSince?: number;
  readonly incident?: Incident;
}

/** One reason to think that a credential is not good: what one probe, or the credential's grant, last said. */
export interface Blame {
  /** The newest slot that said so: the same slot is not counted twice. */
  readonly slot: number;
  readonly observedAt: number;
  readonly since: number;
  /** Runs in a row that said so. */
  readonly runs: number;
  readonly secretVersion?: string;
  readonly diagnosis?: Diagnosis;
  readonly failures: readonly Failure[];
}

/** What is remembered of a credential. */
export interface CredentialState {
  /** By probe name, or `grant` for missing scopes that no probe has run into. Bounded: see `MAX_BLAMES`. */
  readonly blames: Readonly<Record<string, Blame>>;
  readonly incident?: Incident;
  /** The last reading; an expiry in it outlives readings that say nothing of expiry. */
  readonly grant?: Grant;
  readonly grantReadAt?: number;
  /** The version that last worked, and since when: an older version's refusal no longer counts. */
  readonly worked?: { readonly secretVersion: string; readonly since: number };
  /** The expiry that warnings were sent for, and the smallest number of days told. */
  readonly warned?: { readonly expiresAt: number; readonly days: number };
}
