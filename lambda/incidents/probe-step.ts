import type { RunResult } from '../run-result.ts';
import type { Alert, AlertKind } from './alert.ts';
import { blames } from './blame.ts';
import { boundedDiagnosis, boundedFailures } from './bounded.ts';
import { isReminderDue, opened, reminded, told, type Why } from './incident.ts';
import { type Facts, newAlert } from './new-alert.ts';
import type { IncidentRules } from './rules.ts';
import type { Incident, ProbeState } from './state.ts';

export interface ProbeStep {
  readonly state: ProbeState;
  readonly alerts: readonly Alert[];
}

/** What a run says of the probe, without what came of it. */
type Seen = Pick<ProbeState, 'slot' | 'observedAt' | 'outcome' | 'status' | 'cause' | 'durationMs' | 'succeeded'>;

/**
 * What one run makes of its probe.
 *
 * A run that blames its credential is shown as the probe's last, and says nothing of the probe itself: it neither
 * counts nor heals.
 *
 * @returns undefined for a duplicate or a late run: it changes nothing
 */
export function stepProbe(
  before: ProbeState | undefined,
  result: RunResult,
  rules: IncidentRules,
): ProbeStep | undefined {
  if (before !== undefined && result.slot <= before.slot) return undefined;
  const seen = seenIn(result);
  const { succeeded } = before ?? {};
  const kept = { ...seen, ...(succeeded && { succeeded }) };
  if (blames(result)) return { state: { ...kept, ...itsOwn(before) }, alerts: [] };
  return result.outcome === 'ok' ? good(before, seen, result) : bad(before, kept, result, rules);
}

function good(before: ProbeState | undefined, seen: Seen, result: RunResult): ProbeStep {
  const { observedAt, secretVersion } = result;
  const succeeded = { at: observedAt, ...(secretVersion !== undefined && { secretVersion }) };
  const state = { ...seen, badRuns: 0, succeeded };
  if (before?.incident === undefined) return { state, alerts: [] };
  const { since, told, diagnosis, failures = [] } = before.incident;
  const announcedAs = told.at(-1);
  const facts = { kind: 'recovered', since, announcedAs, failures, ...(diagnosis && { diagnosis }) } as const;
  return { state, alerts: [probeAlert(facts, result)] };
}

function bad(before: ProbeState | undefined, seen: Seen, result: RunResult, rules: IncidentRules): ProbeStep {
  const badSince = before?.badSince ?? result.observedAt;
  const alike = before?.outcome === result.outcome;
  const counted = {
    ...seen,
    badRuns: (before?.badRuns ?? 0) + 1,
    badSince,
    alikeRuns: alike ? (before?.alikeRuns ?? 0) + 1 : 1,
  };
  const kind = result.outcome === 'refused' ? 'access-refused' : 'probe-failing';
  const why: Why = {
    failures: boundedFailures(result.failures),
    ...(result.diagnosis && { diagnosis: boundedDiagnosis(result.diagnosis) }),
  };
  const next = nextIncident(before?.incident, kind, counted, why, rules);
  if (next === undefined) {
    return { state: before?.incident ? { ...counted, incident: before.incident } : counted, alerts: [] };
  }
  return {
    state: { ...counted, incident: next.incident },
    alerts: [probeAlert({ since: next.incident.since, ...next.facts, ...why }, result)],
  };
}

/** The incident after a bad run and what is said about it; undefined when nothing is. */
function nextIncident(
  open: Incident | undefined,
  kind: AlertKind,
  { badRuns, badSince, alikeRuns, observedAt }: Seen & { badRuns: number; badSince: number; alikeRuns: number },
  why: Why,
  rules: IncidentRules,
): { incident: Incident; facts: Pick<Facts, 'kind' | 'announcedAs' | 'transition'> } | undefined {
  if (open === undefined) {
    if (badRuns < rules.failureThreshold) return undefined;
    return { incident: opened(kind, badSince, observedAt, why), facts: { kind } };
  }
  if (!open.told.includes(kind) && alikeRuns >= rules.failureThreshold) {
    return { incident: told(open, kind, observedAt, why), facts: { kind } };
  }
  if (!isReminderDue(open, observedAt, rules)) return undefined;
  return {
    incident: reminded(open, observedAt),
    facts: { kind: 'reminder', announcedAs: kind, transition: `after ${open.lastAlertAt}` },
  };
}

/** What is known of the probe itself, after a run that says nothing of it. */
function itsOwn(before: ProbeState | undefined): Pick<ProbeState, 'badRuns' | 'badSince' | 'alikeRuns' | 'incident'> {
  if (before === undefined) return { badRuns: 0 };
  const { badRuns, badSince, incident } = before;
  return { badRuns, alikeRuns: 0, ...(badSince !== undefined && { badSince }), ...(incident && { incident }) };
}

function seenIn({ slot, observedAt, outcome, durationMs, status, diagnosis }: RunResult): Seen {
  return {
    slot,
    observedAt,
    outcome,
    durationMs,
    ...(status !== undefined && { status }),
    ...(diagnosis && { cause: diagnosis.cause }),
  };
}

function probeAlert(facts: Omit<Facts, 'subject' | 'probes'>, result: RunResult): Alert {
  const { probe: name } = result;
  return newAlert({ ...facts, subject: { type: 'probe', name }, probes: [name] }, result);
}
