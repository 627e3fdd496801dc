import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Grant } from '../grants/grant.ts';
import type { Failure } from '../run-result.ts';

export const ALERT_KINDS = [
  'credential-expiring',
  'credential-expired',
  'credential-revoked',
  'credential-invalid',
  'scope-lost',
  'identity-changed',
  'access-refused',
  'probe-failing',
  'recovered',
  'reminder',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

export const SEVERITIES = ['critical', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What an incident is about: one credential or one probe. */
export interface Subject {
  readonly type: 'credential' | 'probe';
  readonly name: string;
}

/** Which run an alert comes from, for a person who wants to repeat it. */
export interface DecidingRun {
  readonly probe: string;
  /** Without its query. */
  readonly url: string;
  /** Absent when no answer came, or no request was made. */
  readonly status?: number;
}

/** A message about an incident, as facts: the text is made of them when it is sent. All times are epoch milliseconds. */
export interface Alert {
  /** The same transition always gives the same id, so that it is stored once. */
  readonly id: string;
  readonly kind: AlertKind;
  readonly severity: Severity;
  readonly subject: Subject;
  /** When the transition was seen. */
  readonly at: number;
  /** When the incident began: the first bad run, not the one that opened it. */
  readonly since: number;
  /** Why, from the run that decided it; for a `recovered`, what the incident was announced for. */
  readonly diagnosis?: Diagnosis;
  readonly failures: readonly Failure[];
  readonly grant?: Grant;
  /** Names of the probes that are known to fail by it or that use it, worst first; may be cut, see `probeCount`. */
  readonly probes: readonly string[];
  readonly probeCount: number;
  /** How many of all these probes fail by it; the rest only use it. Absent where that is not the question. */
  readonly failingCount?: number;
  /** This version of the secret is refused, while the one before is still let in. */
  readonly previousAccepted?: boolean;
  /** For an `identity-changed`: whom it spoke for before. */
  readonly identityBefore?: string;
  /** The run that decided it. */
  readonly run?: DecidingRun;
  /** For a `recovered` or a `reminder`: what the incident was announced as. */
  readonly announcedAs?: AlertKind;
}
