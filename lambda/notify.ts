import type { Alert } from './incidents/alert.ts';
import { groupAlerts } from './incidents/group.ts';
import { renderMessage } from './incidents/mail.ts';
import type { MailContext } from './incidents/mail-context.ts';
import type { Log, Outbox, Publisher } from './ports.ts';

/**
 * How long a notifier may hold alerts before another may send them. Longer than a notifier lives, so that two send
 * the same alert only when one died between publishing and noting it.
 */
export const NOTIFY_LEASE_MS = 90_000;

export interface NotifyDeps {
  readonly outbox: Outbox;
  readonly publisher: Publisher;
  readonly mail: Omit<MailContext, 'now'>;
  readonly now: () => number;
  readonly log: Log;
}

/**
 * Sends every alert that is written and not yet sent, one publish for what belongs together.
 *
 * It does not matter what woke it: the outbox alone says what there is to do. Rejects when something could not be
 * sent, after everything else was; what was not sent stays in the outbox, and so does what came after it for the same
 * subject, so that nobody reads of a recovery first.
 *
 * @returns how many messages were published
 */
export async function notify(deps: NotifyDeps): Promise<number> {
  const failures: unknown[] = [];
  const unsentSubjects = new Set<string>();
  let published = 0;
  for (const group of groupAlerts(await deps.outbox.pending())) {
    const inOrder = group.filter((alert) => !unsentSubjects.has(subjectKey(alert)));
    try {
      published += (await send(inOrder, deps)) ? 1 : 0;
    } catch (error) {
      failures.push(error);
      for (const alert of group) unsentSubjects.add(subjectKey(alert));
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} messages could not be published`);
  return published;
}

async function send(alerts: readonly Alert[], deps: NotifyDeps): Promise<boolean> {
  const ours = await deps.outbox.claim(alerts, NOTIFY_LEASE_MS);
  if (ours.length === 0) return false;
  try {
    await deps.publisher.publish(renderMessage(ours, { ...deps.mail, now: deps.now() }));
  } catch (error) {
    await deps.outbox.release(ours);
    throw error;
  }
  await deps.outbox.remove(ours);
  deps.log('info', 'published', { kind: ours[0]?.kind, alerts: ours.length });
  return true;
}

function subjectKey({ subject }: Alert): string {
  return `${subject.type} ${subject.name}`;
}
