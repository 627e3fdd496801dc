import { expect, test } from 'vitest';
import { parseConfig } from '../../lambda/config/schema.ts';
import { openDatabase } from '../../lambda/local/database.ts';
import { localMailContext } from '../../lambda/local/mail-context.ts';
import { runMonitor } from '../../lambda/local/monitor.ts';

const TICK_MS = 50;

test('ticks that a busy moment delayed are made up for, none is left out', async () => {
  const config = parseConfig({
    monitor: 'busy',
    allowPrivateNetwork: true,
    probes: [{ name: 'nobody there', url: 'http://127.0.0.1:9/' }],
  });
  using database = openDatabase(':memory:', Date.now);
  const end = new AbortController();
  const ticks: number[] = [];
  const claim: typeof database.slots.claim = (slot, leaseMs) => {
    ticks.push(slot);
    if (ticks.length === 3) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10 * TICK_MS);
    if (ticks.length === 20) end.abort();
    return database.slots.claim(slot, leaseMs);
  };
  await runMonitor(
    {
      config,
      database: { ...database, slots: { ...database.slots, claim } },
      secrets: { read: async () => ({ unreadable: 'there are none' }) },
      metrics: { put: async () => {} },
      publisher: { publish: async () => {} },
      mail: localMailContext(config, undefined),
      tickMs: TICK_MS,
      onResult: () => {},
      log: () => {},
    },
    end.signal,
  );
  const [first = 0] = ticks;
  expect(ticks).toEqual(Array.from({ length: 20 }, (_, index) => first + index * TICK_MS));
});
