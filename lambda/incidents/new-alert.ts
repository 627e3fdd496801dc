import { createHash } from 'node:crypto';
import type { RunResult } from '../run-result.ts';
import type { Alert, AlertKind, DecidingRun, Severity, Subject } from './alert.ts';
import { cut } from './bounded.ts';

const MAX_ID_LENGTH = 200;
const MAX_URL_BYTES = 300;

/** How many probes an alert names. */
export const MAX_NAMED_PROBES = 50;

const SEVERITY_OF_KIND: Record<AlertKind, Severity> = {
  'credential-expiring': 'warning',
  'credential-expired': 'critical',
  'credential-revoked': 'critical',
  'credential-invalid': 'critical',
  'scope-lost': 'critical',
  'identity-changed': 'warning',
  'access-refused': 'critical',
  'probe-failing': 'critical',
  recovered: 'info',
  reminder: 'warning',
};

/** What differs from alert to alert; the rest follows from it and from the run that decided it. */
export interface Facts extends Pick<Alert, 'kind' | 'subject' | 'since' | 'probes'> {
  /** What tells this transition from others of its subject and kind; the incident's `since` unless given. */
  readonly transition?: string;
  readonly failingCount?: number;
  readonly announcedAs?: AlertKind | undefined;
  readonly diagnosis?: Alert['diagnosis'];
  readonly failures?: Alert['failures'];
  readonly grant?: Alert['grant'];
  readonly previousAccepted?: boolean;
  readonly identityBefore?: string;
}

/** The alert of one transition: the same facts always give the same id. */
export function newAlert(facts: Facts, result: RunResult): Alert {
  const { kind, subject, since, probes, diagnosis, failures = [], grant, failingCount, announcedAs } = facts;
  return {
    id: alertId(subject, kind, facts.transition ?? String(since)),
    kind,
    severity: severityOf(facts),
    subject,
    at: result.observedAt,
    since,
    failures,
    probes: probes.slice(0, MAX_NAMED_PROBES),
    probeCount: probes.length,
    run: decidingRun(result),
    ...(diagnosis && { diagnosis }),
    ...(grant && { grant }),
    ...(failingCount !== undefined && { failingCount }),
    ...(announcedAs && { announcedAs }),
    ...(facts.previousAccepted && { previousAccepted: true }),
    ...(facts.identityBefore !== undefined && { identityBefore: facts.identityBefore }),
  };
}

/** A scope that is gone and that no probe has missed yet is a warning: nothing is broken so far. */
function severityOf({ kind, announcedAs, failingCount }: Facts): Severity {
  const worst = kind === 'reminder' && announcedAs ? announcedAs : kind;
  return worst === 'scope-lost' && failingCount === 0 ? 'warning' : SEVERITY_OF_KIND[worst];
}

function alertId({ type, name }: Subject, kind: AlertKind, transition: string): string {
  const id = [type, name, kind, transition].join('/');
  if (id.length <= MAX_ID_LENGTH) return id;
  const hash = createHash('sha256').update(id).digest('hex');
  return `${id.slice(0, MAX_ID_LENGTH - hash.length - 1).toWellFormed()}/${hash}`;
}

function decidingRun({ probe, url, status }: RunResult): DecidingRun {
  const [withoutQuery = ''] = url.split(/[?#]/, 1);
  return { probe, url: cut(withoutQuery, MAX_URL_BYTES), ...(status !== undefined && { status }) };
}
