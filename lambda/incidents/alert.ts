import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Grant } from '../grants/grant.ts';
import type { Failure } from '../run-result.ts';

export const ALERT_KINDS = [
  'credential-expiring',
  'credential-expired',
  'credential-revoked',
  'credential-invalid',
  'scope-lost',
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
  /** Why, from the run that decided it. */
  readonly diagnosis?: Diagnosis;
  readonly failures: readonly Failure[];
  readonly grant?: Grant;
  /** Names of the probes that are known to fail by it or that use it, worst first; may be cut, see `probeCount`. */
  readonly probes: readonly string[];
  readonly probeCount: number;
  /** For a `recovered` or a `reminder`: what the incident was announced as. */
  readonly announcedAs?: AlertKind;
}
