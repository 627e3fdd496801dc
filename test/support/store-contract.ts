import { describe, expect, test } from 'vitest';
import type { Alert } from '../../lambda/incidents/alert.ts';
import type { ProbeState } from '../../lambda/incidents/state.ts';
import { type Outbox, type SlotLedger, type StateStore, UnreadableStateError } from '../../lambda/ports.ts';

/** One empty store. */
export interface OpenedStore extends AsyncDisposable {
  readonly store: StateStore;
  readonly outbox: Outbox;
  readonly slots: SlotLedger;
  /** Puts something in place of a probe's state that no version of ours has written. */
  corrupt(probe: string): Promise<void>;
}

/** What every place that keeps state promises, whichever it is. */
export function describeStore(name: string, open: (now: () => number) => Promise<OpenedStore>): void {
  describe(`${name}: states`, () => {
    test('of what was never written are absent', async () => {
      await using at = await open(Date.now);
      expect(await at.store.readProbe('orders')).toBeUndefined();
      expect(await at.store.readCredential('orders')).toBeUndefined();
      expect(await at.store.lastRuns(['orders'])).toEqual(new Map());
    });

    test('are read as they were written, and count their revisions', async () => {
      await using at = await open(Date.now);
      await write(at, 'orders', 1, undefined);
      const first = await at.store.readProbe('orders');
      expect(first).toMatchObject({ state: probeState(1) });
      expect(await write(at, 'orders', 2, first?.revision)).toBe(true);
      const second = await at.store.readProbe('orders');
      expect(second?.state).toEqual(probeState(2));
      expect(second?.revision).not.toBe(first?.revision);
    });

    test('of a probe and a credential of the same name are two', async () => {
      await using at = await open(Date.now);
      const state = { blames: {} };
      await at.store.write({
        next: { type: 'credential', name: 'ci', state },
        expectedRevision: undefined,
        alerts: [],
      });
      expect(await at.store.readProbe('ci')).toBeUndefined();
      expect((await at.store.readCredential('ci'))?.state).toEqual(state);
    });

    test('are not written by somebody who has not seen the newest one, and neither are their alerts', async () => {
      await using at = await open(Date.now);
      await write(at, 'orders', 1, undefined);
      const seen = (await at.store.readProbe('orders'))?.revision;
      await write(at, 'orders', 2, seen);
      expect(await write(at, 'orders', 9, seen, [alert('late')])).toBe(false);
      expect(await write(at, 'orders', 9, undefined, [alert('blind')])).toBe(false);
      expect((await at.store.readProbe('orders'))?.state).toEqual(probeState(2));
      expect(await at.outbox.pending()).toEqual([]);
    });

    test('are written by one of ten who try at once', async () => {
      await using at = await open(Date.now);
      const writers = Array.from({ length: 10 }, (_, slot) =>
        write(at, 'orders', slot, undefined, [alert(`a${slot}`)]),
      );
      expect((await Promise.all(writers)).filter(Boolean)).toHaveLength(1);
      expect(await at.outbox.pending()).toHaveLength(1);
    });

    test('tell of the last run when the probe went well, as far as they can be read', async () => {
      await using at = await open(Date.now);
      const succeeded = { at: 1_000, secretVersion: 'v1' };
      await at.store.write({
        next: { type: 'probe', name: 'orders', state: { ...probeState(4), succeeded } },
        expectedRevision: undefined,
        alerts: [],
      });
      await write(at, 'never well', 5, undefined);
      expect(await at.store.lastRuns(['orders', 'never well'])).toEqual(
        new Map<string, unknown>([
          ['orders', { slot: 4, succeeded }],
          ['never well', { slot: 5 }],
        ]),
      );
    });

    test('of very many probes tell their last runs in one go', async () => {
      await using at = await open(Date.now);
      const names = Array.from({ length: 230 }, (_, index) => `probe ${index}`);
      await Promise.all(names.map((probe, slot) => write(at, probe, slot, undefined)));
      expect(await at.store.lastRuns([...names, 'unknown'])).toEqual(
        new Map(names.map((probe, slot) => [probe, { slot }])),
      );
    });

    test('that cannot be understood are reported, and nobody writes over them unseen', async () => {
      await using at = await open(Date.now);
      await at.corrupt('orders');
      await expect(at.store.readProbe('orders')).rejects.toThrow(UnreadableStateError);
      expect(await write(at, 'orders', 1, undefined)).toBe(false);
      await expect(at.store.readProbe('orders')).rejects.toThrow(UnreadableStateError);
    });
  });

  describe(`${name}: the outbox`, () => {
    test('holds what came with a state, oldest first, each alert once', async () => {
      await using at = await open(Date.now);
      await write(at, 'a', 1, undefined, [alert('third', 3), alert('first', 1)]);
      await write(at, 'b', 1, undefined, [alert('second', 2), alert('first', 1)]);
      expect((await at.outbox.pending()).map(({ id }) => id)).toEqual(['first', 'second', 'third']);
      expect((await at.outbox.pending())[0]).toEqual(alert('first', 1));
    });

    test('gives an alert to one of those who ask for it, until the lease ends', async () => {
      const clock = { now: 1_000 };
      await using at = await open(() => clock.now);
      const alerts = Array.from({ length: 5 }, (_, index) => alert(`a${index}`, index));
      await write(at, 'a', 1, undefined, alerts);
      const claims = await Promise.all([at.outbox.claim(alerts, 500), at.outbox.claim(alerts, 500)]);
      expect(
        claims
          .flat()
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual(alerts.map(({ id }) => id));
      expect(await at.outbox.pending()).toEqual([]);
      clock.now = 1_501;
      expect(await at.outbox.pending()).toHaveLength(5);
      expect(await at.outbox.claim(alerts, 500)).toHaveLength(5);
    });

    test('takes back what was not sent', async () => {
      await using at = await open(Date.now);
      await write(at, 'a', 1, undefined, [alert('one')]);
      await at.outbox.release(await at.outbox.claim([alert('one')], 60_000));
      expect(await at.outbox.claim(await at.outbox.pending(), 60_000)).toEqual([alert('one')]);
    });

    test('forgets what was sent', async () => {
      const clock = { now: 1_000 };
      await using at = await open(() => clock.now);
      await write(at, 'a', 1, undefined, [alert('one')]);
      await at.outbox.remove(await at.outbox.claim([alert('one')], 500));
      clock.now = 10_000;
      expect(await at.outbox.pending()).toEqual([]);
      expect(await at.outbox.claim([alert('one')], 500)).toEqual([]);
    });
  });

  describe(`${name}: slots`, () => {
    test('are given to one of ten who ask at once', async () => {
      await using at = await open(Date.now);
      const claims = await Promise.all(Array.from({ length: 10 }, () => at.slots.claim(60_000, 50_000)));
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await at.slots.claim(120_000, 50_000)).toBe(true);
    });

    test('are given to another when the lease ends, and to nobody once they are finished', async () => {
      const clock = { now: 1_000 };
      await using at = await open(() => clock.now);
      expect(await at.slots.claim(60_000, 500)).toBe(true);
      clock.now = 1_501;
      expect(await at.slots.claim(60_000, 500)).toBe(true);
      await at.slots.finish(60_000);
      clock.now = 100_000;
      expect(await at.slots.claim(60_000, 500)).toBe(false);
    });
  });
}

function write(
  { store }: OpenedStore,
  name: string,
  slot: number,
  expectedRevision: number | undefined,
  alerts: readonly Alert[] = [],
): Promise<boolean> {
  return store.write({ next: { type: 'probe', name, state: probeState(slot) }, expectedRevision, alerts });
}

function probeState(slot: number): ProbeState {
  return { slot, observedAt: slot + 1, outcome: 'ok', status: 200, durationMs: 12.5, badRuns: 0 };
}

function alert(id: string, at = 1): Alert {
  return {
    id,
    kind: 'probe-failing',
    severity: 'warning',
    subject: { type: 'probe', name: 'orders' },
    at,
    since: at,
    failures: [{ what: 'status', message: 'status is 500, expected 2xx' }],
    probes: ['orders'],
    probeCount: 1,
  };
}
