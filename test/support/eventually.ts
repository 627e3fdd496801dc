import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until `find` gives something, looking again and again; rejects with `what` after `withinMs`. */
export async function eventually<Found>(
  what: string,
  find: () => Promise<Found | undefined | false>,
  withinMs = 60_000,
): Promise<Found> {
  const giveUpAt = Date.now() + withinMs;
  for (;;) {
    const found = await find();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > giveUpAt) throw new Error(`not within ${withinMs} ms: ${what}`);
    await sleep(100);
  }
}
