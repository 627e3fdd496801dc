import { describe, expect, test } from 'vitest';
import type { Leases } from '../../lambda/ports.ts';

/** What one process after the other sees of the same leases. */
export interface OpenedLeases extends AsyncDisposable {
  holder(): Leases;
}

/** What every place that keeps leases promises, whichever it is. */
export function describeLeases(name: string, open: (now: () => number) => Promise<OpenedLeases>): void {
  describe(`${name}: a lease`, () => {
    test('has one of ten who ask for it at once', async () => {
      await using at = await open(Date.now);
      const taken = await Promise.all(Array.from({ length: 10 }, () => at.holder().take('refresh prod/pair', 60_000)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await at.holder().take('refresh another', 60_000)).toBe(true);
    });

    test('is extended by its holder, and by nobody else', async () => {
      const clock = { now: 1_000_000 };
      await using at = await open(() => clock.now);
      const [own, other] = [at.holder(), at.holder()];
      await own.take('a', 500);
      clock.now += 400;
      expect(await own.take('a', 500)).toBe(true);
      clock.now += 400;
      expect(await other.take('a', 500)).toBe(false);
    });

    test('ends by itself', async () => {
      const clock = { now: 1_000_000 };
      await using at = await open(() => clock.now);
      await at.holder().take('a', 500);
      clock.now += 501;
      expect(await at.holder().take('a', 500)).toBe(true);
    });

    test('is given back by its holder alone', async () => {
      await using at = await open(Date.now);
      const [own, other] = [at.holder(), at.holder()];
      await own.take('a', 60_000);
      await other.release('a');
      expect(await other.take('a', 60_000)).toBe(false);
      await own.release('a');
      expect(await other.take('a', 60_000)).toBe(true);
      await own.release('a');
      expect(await own.take('a', 60_000)).toBe(false);
    });
  });
}
