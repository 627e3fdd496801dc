import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../lambda/config/schema.ts';
import type { Config } from '../../lambda/config/types.ts';
import { dueRuns, isStale } from '../../lambda/schedule/due.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function configOf(probes: number, every: string): Config {
  return parseConfig({
    monitor: 'load',
    probes: Array.from({ length: probes }, (_, i) => ({ name: `probe ${i}`, url: 'https://api.example.com/', every })),
  });
}

describe('dueRuns', () => {
  test.each([
    ['1m', 1],
    ['5m', 5],
    ['7m', 7],
    ['1h', 60],
    ['24h', 24 * 60],
  ])('a probe with every %s is due once in each %i ticks', (every, ticks) => {
    const config = configOf(40, every);
    const seen = new Map<string, number>();
    for (let tick = 0; tick < ticks; tick++) {
      for (const { probe = '' } of dueRuns(config, DAY * 7 * ticks + tick * MINUTE, MINUTE)) {
        seen.set(probe, (seen.get(probe) ?? 0) + 1);
      }
    }
    expect([...seen.values()]).toEqual(Array(40).fill(1));
  });

  test('spreads probes evenly over the ticks of their interval and within each tick', () => {
    const config = configOf(5_000, '5m');
    const ticks = [0, 1, 2, 3, 4].map((tick) => dueRuns(config, tick * MINUTE, MINUTE));
    for (const runs of ticks) {
      expect(runs.length).toBeGreaterThan(850);
      expect(runs.length).toBeLessThan(1_150);
      const firstHalf = runs.filter(({ delayMs }) => delayMs < MINUTE / 2).length;
      expect(firstHalf / runs.length).toBeGreaterThan(0.4);
      expect(firstHalf / runs.length).toBeLessThan(0.6);
    }
  });

  test('gives the same runs for the same tick, and delays each by less than a tick', () => {
    const config = configOf(200, '3m');
    const runs = dueRuns(config, 6 * MINUTE, MINUTE);
    expect(dueRuns(config, 6 * MINUTE, MINUTE)).toEqual(runs);
    expect(runs.length).toBeGreaterThan(0);
    for (const { delayMs, slot } of runs) {
      expect(slot).toBe(6 * MINUTE);
      expect(delayMs).toBeGreaterThanOrEqual(0);
      expect(delayMs).toBeLessThan(MINUTE);
    }
  });
});

describe('the asking about credentials', () => {
  const config = parseConfig({
    monitor: 'load',
    credentials: Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`name ${i}`, { kind: 'bearer', secret: `prod/${i}` }]),
    ),
    probes: Array.from({ length: 40 }, (_, i) => ({
      name: `name ${i}`,
      url: 'https://api.example.com/',
      every: '15m',
    })),
  });
  const ticks = Array.from({ length: 15 }, (_, tick) => dueRuns(config, DAY + tick * MINUTE, MINUTE));

  test('falls due once in an interval for each one, whether a probe uses it or not', () => {
    const asked = ticks.flat().flatMap(({ credential }) => credential ?? []);
    expect(asked.toSorted()).toEqual(Object.keys(config.credentials).toSorted());
  });

  test('has a place of its own, not that of the probe of the same name', () => {
    const placeOf = (type: 'probe' | 'credential', name: string) =>
      ticks.flat().flatMap((run) => (run[type] === name ? [run.slot + run.delayMs] : []));
    const same = Object.keys(config.credentials).filter(
      (name) => placeOf('probe', name)[0] === placeOf('credential', name)[0],
    );
    expect(same).toEqual([]);
  });

  test('is stale when the next one is due', () => {
    const [credential] = Object.values(config.credentials);
    if (credential === undefined) throw new Error('no credential');
    const run = { credential: 'name 0', slot: 0, delayMs: 10_000 };
    expect(isStale(run, credential, 15 * MINUTE + 10_000, MINUTE)).toBe(false);
    expect(isStale(run, credential, 15 * MINUTE + 10_001, MINUTE)).toBe(true);
  });
});

describe('isStale', () => {
  const probe = configOf(1, '5m').probes[0];
  const run = { probe: 'probe 0', slot: 0, delayMs: 10_000 };

  test.each([
    [5 * MINUTE + 10_000, 2 * MINUTE, false],
    [5 * MINUTE + 10_001, 2 * MINUTE, true],
    [6 * MINUTE, 10 * MINUTE, false],
  ])('at %i ms with %i ms of grace: %s', (now, graceMs, stale) => {
    if (probe === undefined) throw new Error('no probe');
    expect(isStale(run, probe, now, graceMs)).toBe(stale);
  });
});
