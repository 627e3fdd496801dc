import { expect, test } from 'vitest';
import { parseConfig } from '../../lambda/config/schema.ts';
import { dispatch } from '../../lambda/dispatch.ts';
import { openDatabase } from '../../lambda/local/database.ts';
import type { DueRun } from '../../lambda/ports.ts';

const MINUTE = 60_000;
const config = parseConfig({
  monitor: 'shop',
  probes: [
    { name: 'a', url: 'https://api.example.com/a', every: '1m' },
    { name: 'b', url: 'https://api.example.com/b', every: '1m' },
  ],
});

function setting(options: { queueAccepts?: boolean; now?: () => number } = {}) {
  const now = options.now ?? (() => 0);
  const database = openDatabase(':memory:', now);
  const queued: DueRun[] = [];
  const state = { accepts: options.queueAccepts ?? true };
  return {
    queued,
    state,
    deps: {
      config,
      ledger: database.slots,
      queue: {
        async send(runs: readonly DueRun[]) {
          if (!state.accepts) return runs.slice(1);
          queued.push(...runs);
          return [];
        },
      },
      log: () => {},
    },
  };
}

test('queues every run of the tick, each with its slot', async () => {
  const { deps, queued } = setting();
  expect(await dispatch(5 * MINUTE, MINUTE, deps)).toBe(2);
  expect(queued.map(({ probe, slot }) => [probe, slot])).toEqual([
    ['a', 5 * MINUTE],
    ['b', 5 * MINUTE],
  ]);
});

test('a tick that is delivered three times is dispatched once', async () => {
  const { deps, queued } = setting();
  await Promise.all([1, 2, 3].map(() => dispatch(5 * MINUTE, MINUTE, deps)));
  expect(queued).toHaveLength(2);
});

test('a tick whose runs could not all be queued fails, and its retry takes it over when the lease has ended', async () => {
  let now = 0;
  const { deps, queued, state } = setting({ queueAccepts: false, now: () => now });
  await expect(dispatch(5 * MINUTE, MINUTE, deps)).rejects.toThrow('1 of 2 runs could not be queued');
  state.accepts = true;
  expect(await dispatch(5 * MINUTE, MINUTE, deps)).toBe(0);
  now = MINUTE;
  expect(await dispatch(5 * MINUTE, MINUTE, deps)).toBe(2);
  expect(queued).toHaveLength(2);
});

test('a tick that was dispatched is never dispatched again, however late it is delivered once more', async () => {
  let now = 0;
  const { deps, queued } = setting({ now: () => now });
  await dispatch(5 * MINUTE, MINUTE, deps);
  now = 60 * MINUTE;
  expect(await dispatch(5 * MINUTE, MINUTE, deps)).toBe(0);
  expect(queued).toHaveLength(2);
});
