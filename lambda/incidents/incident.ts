import type { AlertKind } from './alert.ts';
import type { IncidentRules } from './rules.ts';
import type { Blame, Incident } from './state.ts';

/** What an incident is told for. */
export type Why = Pick<Blame, 'diagnosis' | 'failures' | 'secretVersion' | 'previousAccepted'>;

export function opened(kind: AlertKind, since: number, at: number, why: Why): Incident {
  return told({ since, openedAt: at, told: [], lastAlertAt: at }, kind, at, why);
}

/** The incident after it was announced as `kind`, for the first time. */
export function told(incident: Incident, kind: AlertKind, at: number, why: Why): Incident {
  const { since, openedAt } = incident;
  return { since, openedAt, told: [...incident.told, kind], lastAlertAt: at, ...why };
}

export function reminded(incident: Incident, at: number): Incident {
  return { ...incident, lastAlertAt: at };
}

export function isReminderDue({ lastAlertAt }: Incident, at: number, { remindEveryMs }: IncidentRules): boolean {
  return at - lastAlertAt >= remindEveryMs;
}
