import { describe, expect, test } from 'vitest';
import type { SeenVersions } from '../../lambda/ports.ts';

/** What every place that remembers the versions of secrets promises, whichever it is. */
export function describeSeenVersions(
  name: string,
  open: () => Promise<AsyncDisposable & { readonly seen: SeenVersions }>,
): void {
  describe(`${name}: versions of secrets`, () => {
    test('are unknown at first, then what was written last, and nothing else', async () => {
      await using at = await open();
      expect(await at.seen.read()).toBeUndefined();
      expect(await at.seen.write(new Map(Object.entries({ a: '1', b: 'x' })), undefined)).toBe(true);
      const first = await at.seen.read();
      expect(first?.state).toEqual(new Map(Object.entries({ a: '1', b: 'x' })));
      expect(await at.seen.write(new Map([['b', 'y']]), first?.revision)).toBe(true);
      const second = await at.seen.read();
      expect(second?.state).toEqual(new Map([['b', 'y']]));
      expect(second?.revision).not.toBe(first?.revision);
    });

    test('are not written by somebody who has not seen the newest ones', async () => {
      await using at = await open();
      await at.seen.write(new Map([['a', '1']]), undefined);
      const seen = (await at.seen.read())?.revision;
      await at.seen.write(new Map([['a', '2']]), seen);
      expect(await at.seen.write(new Map([['a', '9']]), seen)).toBe(false);
      expect(await at.seen.write(new Map([['a', '9']]), undefined)).toBe(false);
      expect((await at.seen.read())?.state).toEqual(new Map([['a', '2']]));
    });

    test('are written by one of ten who try at once', async () => {
      await using at = await open();
      const writes = Array.from({ length: 10 }, (_, i) => at.seen.write(new Map([['a', String(i)]]), undefined));
      expect((await Promise.all(writes)).filter(Boolean)).toHaveLength(1);
    });
  });
}
