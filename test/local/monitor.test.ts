import { expect, test } from 'vitest';
import { parseConfig } from '../../lambda/config/schema.ts';
import { openDatabase } from '../../lambda/local/database.ts';
import { localMailContext } from '../../lambda/local/mail-context.ts';
import { runMonitor } from '../../lambda/local/monitor.ts';
import { startServer } from '../support/http-server.ts';

const TICK_MS = 50;

/** What a monitor needs and these tests do not look at. */
const quiet = {
  metrics: { put: async () => {} },
  publisher: { publish: async () => {} },
  tickMs: TICK_MS,
  onResult: () => {},
  log: () => {},
};

test('a new value of a secret is used at the next look, long before the next run is due', async () => {
  const tokens: (string | undefined)[] = [];
  const end = new AbortController();
  await using server = await startServer((request, response) => {
    tokens.push(request.headers.authorization);
    response.end('{}', () => tokens.length === 2 && end.abort());
  });
  const config = parseConfig({
    monitor: 'rotating',
    allowPrivateNetwork: true,
    credentials: { shop: { kind: 'bearer', secret: 'prod/shop' } },
    probes: [{ name: 'orders', url: server.url, credential: 'shop', every: '24h' }],
  });
  using database = openDatabase(':memory:', Date.now);
  let looks = 0;
  await runMonitor(
    {
      ...quiet,
      config: { ...config, watchSecretsEveryMs: 2 * TICK_MS },
      database,
      // Asked for by the watch and by the probe; only after both the value changes.
      secrets: {
        read: async () => {
          looks += 1;
          return looks > 2 && tokens.length > 0 ? { value: 'two', version: '2' } : { value: 'one', version: '1' };
        },
      },
      mail: localMailContext(config, undefined),
    },
    end.signal,
  );
  expect(tokens).toEqual(['Bearer one', 'Bearer two']);
});

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
      ...quiet,
      config,
      database: { ...database, slots: { ...database.slots, claim } },
      secrets: { read: async () => ({ unreadable: 'there are none' }) },
      mail: localMailContext(config, undefined),
    },
    end.signal,
  );
  const [first = 0] = ticks;
  expect(ticks).toEqual(Array.from({ length: 20 }, (_, index) => first + index * TICK_MS));
});
