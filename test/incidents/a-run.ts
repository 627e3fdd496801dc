import { CAUSES, type Cause } from '../../lambda/diagnosis/causes.ts';
import type { Diagnosis } from '../../lambda/diagnosis/diagnosis.ts';
import type { IncidentRules } from '../../lambda/incidents/rules.ts';
import type { RunResult } from '../../lambda/run-result.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Monday. */
export const START = Date.UTC(2026, 10, 23, 14, 5);

/** A good run of `list repos` with `github-ci`, `minute` minutes after START. */
export function aRun(minute: number, changes: Partial<RunResult> = {}): RunResult {
  const slot = START + minute * MINUTE;
  return {
    probe: 'list repos',
    credential: 'github-ci',
    slot,
    observedAt: slot + 2_000,
    url: 'https://api.github.com/user/repos?per_page=1',
    outcome: 'ok',
    status: 200,
    durationMs: 120,
    phases: { totalMs: 120 },
    failures: [],
    secretVersion: 'v1',
    ...changes,
  };
}

/** The same, refused. */
export function aRefusal(minute: number, cause: Cause, changes: Partial<RunResult> = {}): RunResult {
  return aRun(minute, { outcome: 'refused', status: 401, diagnosis: aDiagnosis(cause), ...changes });
}

/** The same, without an answer. */
export function aFailure(minute: number, changes: Partial<RunResult> = {}): RunResult {
  const { status, ...run } = aRun(minute);
  return {
    ...run,
    outcome: 'failed',
    failures: [{ what: 'timeout', message: 'api.github.com sent no response within 10000 ms' }],
    ...changes,
  };
}

export function aDiagnosis(cause: Cause, changes: Partial<Diagnosis> = {}): Diagnosis {
  return {
    cause,
    family: CAUSES[cause],
    confidence: 'certain',
    evidence: [{ where: 'body message', what: `"${cause}"` }],
    details: {},
    remedy: 'do what helps',
    ...changes,
  };
}

export function theRules(changes: Partial<IncidentRules> = {}): IncidentRules {
  return {
    failureThreshold: 2,
    remindEveryMs: DAY,
    expiryWarningDays: [30, 14, 7, 1],
    probesOf: () => ['list repos', 'list orgs', 'list teams'],
    ...changes,
  };
}
