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
  /** What the last of them was told for, so that the recovery can say what is over. */
  readonly diagnosis?: Diagnosis;
  readonly failures?: readonly Failure[];
  /** The version of the secret that the last of them spoke of. */
  readonly secretVersion?: string;
  /** The version before that one was still let in. */
  readonly previousAccepted?: boolean;
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
  /** The newest of them with the same outcome in a row: a single odd one does not make another kind of incident. */
  readonly alikeRuns?: number;
  readonly incident?: Incident;
  /** When the probe last went well, and with which version of its secret. */
  readonly succeeded?: Success;
}

export interface Success {
  readonly at: number;
  readonly secretVersion?: string;
}

/** Blames that are kept of one credential, so that its state stays far below what an item of the table can hold. */
export const MAX_BLAMES = 100;

/** The key of the blame that comes from a grant. No probe can have this name: names begin with a letter or a digit. */
export const GRANT = '#grant';

/** One reason to think that a credential is not good: what one probe, or the credential's grant, last said. */
export interface Blame {
  /** The newest slot that said so: the same slot is not counted twice. */
  readonly slot: number;
  readonly observedAt: number;
  readonly since: number;
  /** Runs in a row that said so. */
  readonly runs: number;
  /** The newest of them that gave the same kind of blame to the same version of the secret. */
  readonly alikeRuns?: number;
  readonly secretVersion?: string;
  readonly diagnosis?: Diagnosis;
  readonly failures: readonly Failure[];
  /** The version of the secret before this one is still let in. */
  readonly previousAccepted?: boolean;
}

/** What a credential is blamed for: that it lives no more, or that it is not good enough or cannot be had. */
export type Matter = 'dead' | 'lacking';

export interface BlamedSlots {
  readonly slots: number;
  /** The oldest and the newest of them. */
  readonly first: number;
  readonly last: number;
}

export interface Asked {
  readonly at: number;
  readonly secretVersion?: string;
  readonly alive?: boolean;
  /** When that was last so. */
  readonly aliveAt?: number;
  readonly notBefore?: number;
}

/** What is remembered of a credential. */
export interface CredentialState {
  /** By probe name, or `GRANT` for missing scopes that no probe has run into. At most `MAX_BLAMES`. */
  readonly blames: Readonly<Record<string, Blame>>;
  /** In how many slots somebody blamed it since somebody was last let in, by what for. */
  readonly blamedFor?: Readonly<Partial<Record<Matter, BlamedSlots>>>;
  readonly incident?: Incident;
  /** The last reading; an expiry in it outlives readings that say nothing of expiry. */
  readonly grant?: Grant;
  readonly grantReadAt?: number;
  /** The version of the secret that `grant` belongs to: another version's expiry says nothing of this one's. */
  readonly grantVersion?: string;
  /** The version that last worked, since when, and which one it replaced: the replaced one's answers are late. */
  readonly worked?: { readonly secretVersion: string; readonly since: number; readonly replaced?: string };
  /** Scopes that it has had, by where they were read: what is compared with where none are configured. */
  readonly baselines?: Readonly<Record<string, readonly string[]>>;
  /** Scopes that it has gained since it was first looked at. */
  readonly gained?: readonly string[];
  /** When its provider was last asked, about which version of the secret, and whether that was found alive. */
  readonly asked?: Asked;
  /** Whom it spoke for, by where that was read, and the version of the secret that a change was last told of. */
  readonly identities?: Readonly<Record<string, string>>;
  readonly identityToldFor?: string;
  /** The declared end, and the version of the secret that it was first seen with: it says nothing of another. */
  readonly declared?: { readonly expiresAt: number; readonly secretVersion: string; readonly since?: number };
  /** The expiry that warnings were sent for, the smallest number of days told, and when that was told. */
  readonly warned?: { readonly expiresAt: number; readonly days: number; readonly at?: number };
  /** The same of another version of the secret, which some processes may still use. */
  readonly warnedEarlier?: CredentialState['warned'];
}
