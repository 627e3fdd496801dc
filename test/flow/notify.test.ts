import { expect, test } from 'vitest';
import { parseConfig } from '../../lambda/config/schema.ts';
import type { Alert, AlertKind } from '../../lambda/incidents/alert.ts';
import { openDatabase } from '../../lambda/local/database.ts';
import { localMailContext } from '../../lambda/local/mail-context.ts';
import { NOTIFY_LEASE_MS, type NotifyDeps, notify } from '../../lambda/notify.ts';
import type { Message } from '../../lambda/ports.ts';

const config = parseConfig({ monitor: 'shop', probes: [{ name: 'a', url: 'https://api.example.com/a' }] });

function alertOf(kind: AlertKind, name: string, at: number): Alert {
  const subject = { type: 'probe' as const, name };
  const failures = [{ what: 'status', message: 'status 500, expected 2xx' }];
  return {
    id: `${name} ${kind} ${at}`,
    kind,
    severity: 'warning',
    subject,
    at,
    since: at,
    failures,
    probes: [name],
    probeCount: 1,
    ...(kind === 'recovered' && { announcedAs: 'probe-failing' as const }),
  };
}

async function setting(alerts: readonly Alert[]) {
  const clock = { now: 1_000_000 };
  const database = openDatabase(':memory:', () => clock.now);
  for (const alert of alerts) {
    const state = { slot: alert.at, observedAt: alert.at, outcome: 'failed' as const, durationMs: 1, badRuns: 2 };
    const before = await database.store.readProbe(alert.subject.name);
    await database.store.write({
      next: { type: 'probe', name: alert.subject.name, state },
      expectedRevision: before?.revision,
      alerts: [alert],
    });
  }
  const published: Message[] = [];
  const faults = { refuseKind: undefined as AlertKind | undefined, dieBeforeNoting: false };
  const deps: NotifyDeps = {
    outbox: {
      ...database.outbox,
      remove: async (sent) => {
        if (faults.dieBeforeNoting) throw new Error('killed');
        await database.outbox.remove(sent);
      },
    },
    publisher: {
      async publish(message) {
        if (message.alerts[0]?.kind === faults.refuseKind) throw new Error('throttled');
        published.push(message);
      },
    },
    mail: localMailContext(config, undefined),
    now: () => clock.now,
    log: () => {},
  };
  return { deps, published, faults, clock };
}

const kinds = (messages: readonly Message[]) => messages.map(({ alerts }) => alerts.map(({ id }) => id));

test('alerts of one kind go out in one message, and never again', async () => {
  const { deps, published } = await setting([
    alertOf('probe-failing', 'a', 1),
    alertOf('access-refused', 'b', 2),
    alertOf('probe-failing', 'c', 3),
  ]);
  expect(await notify(deps)).toBe(2);
  expect(kinds(published)).toEqual([['a probe-failing 1', 'c probe-failing 3'], ['b access-refused 2']]);
  expect(await notify(deps)).toBe(0);
});

test('two notifiers at once send each alert once', async () => {
  const { deps, published } = await setting([alertOf('probe-failing', 'a', 1), alertOf('access-refused', 'b', 2)]);
  await Promise.all([notify(deps), notify(deps)]);
  expect(published).toHaveLength(2);
});

test('what could not be published stays, is sent next time, and does not hold up the others', async () => {
  const { deps, published, faults } = await setting([
    alertOf('probe-failing', 'a', 1),
    alertOf('access-refused', 'b', 2),
  ]);
  faults.refuseKind = 'probe-failing';
  await expect(notify(deps)).rejects.toThrow('1 messages could not be published');
  expect(kinds(published)).toEqual([['b access-refused 2']]);
  faults.refuseKind = undefined;
  await notify(deps);
  expect(kinds(published)).toEqual([['b access-refused 2'], ['a probe-failing 1']]);
});

test('a recovery never overtakes the alert that it answers', async () => {
  const { deps, published, faults } = await setting([
    alertOf('probe-failing', 'a', 1),
    alertOf('recovered', 'a', 2),
    alertOf('recovered', 'b', 3),
  ]);
  faults.refuseKind = 'probe-failing';
  await expect(notify(deps)).rejects.toThrow();
  expect(kinds(published)).toEqual([['b recovered 3']]);
  faults.refuseKind = undefined;
  await notify(deps);
  expect(kinds(published)).toEqual([['b recovered 3'], ['a probe-failing 1'], ['a recovered 2']]);
});

test('a notifier that dies between publishing and noting it causes one repetition, after its lease', async () => {
  const { deps, published, faults, clock } = await setting([alertOf('probe-failing', 'a', 1)]);
  faults.dieBeforeNoting = true;
  await expect(notify(deps)).rejects.toThrow();
  faults.dieBeforeNoting = false;
  expect(await notify(deps)).toBe(0);
  clock.now += NOTIFY_LEASE_MS + 1;
  expect(await notify(deps)).toBe(1);
  expect(published).toHaveLength(2);
});
