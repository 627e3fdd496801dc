import { renderAlert } from '../../lambda/incidents/mail.ts';
import type { MailContext } from '../../lambda/incidents/mail-context.ts';
import type { Message } from '../../lambda/ports.ts';
import type { AlertEvent } from './view.ts';

/** A message as events, one an alert, each with the text that it would have as a mail of its own. */
export function alertEvents({ alerts }: Message, context: MailContext): readonly AlertEvent[] {
  return alerts.map((alert) => ({
    type: 'alert',
    kind: alert.kind,
    severity: alert.severity,
    subject: alert.subject.name,
    ...renderAlert(alert, context),
  }));
}
