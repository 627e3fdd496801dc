import type { Alert } from './alert.ts';

/** Alerts of one message. */
const MAX_GROUP = 50;

/**
 * Alerts as messages: those of one kind and severity go together, so that a message's attributes are true of all of
 * it. In the order given; where one subject has several, none comes before an earlier one.
 */
export function groupAlerts(alerts: readonly Alert[]): readonly (readonly Alert[])[] {
  const groups: Alert[][] = [];
  const lastGroupOf = new Map<string, number>();
  for (const alert of alerts) {
    const subject = `${alert.subject.type} ${alert.subject.name}`;
    const earliest = lastGroupOf.get(subject) ?? 0;
    const found = groups.findIndex((group, index) => index >= earliest && belongs(alert, group));
    const index = found < 0 ? groups.push([]) - 1 : found;
    groups[index]?.push(alert);
    lastGroupOf.set(subject, index);
  }
  return groups;
}

function belongs({ kind, severity }: Alert, group: readonly Alert[]): boolean {
  const [first] = group;
  return group.length < MAX_GROUP && first?.kind === kind && first.severity === severity;
}
