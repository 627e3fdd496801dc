import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Grant } from '../../lambda/grants/grant.ts';
import { metricsOf } from '../../lambda/metrics/metrics-of.ts';
import { METRIC_NAMES, METRIC_UNITS, NAMESPACE } from '../../lambda/metrics/names.ts';
import { ASKED } from '../../lambda/run-result.ts';
import { aFailure, aRefusal, aRun, DAY, START } from '../incidents/a-run.ts';

const config = { monitor: 'payments' };
const NOW = START + 90_000;
const none = { completed: 0, stale: 0 };

/** As the dashboard and the alarms look for it. */
const point = (name: string, value: number, unit: string, dimensions: Record<string, string>, at: number) => ({
  name,
  value,
  unit,
  dimensions: { Monitor: 'payments', ...dimensions },
  at,
});

const reading = (changes: Partial<Grant>): { grant: Grant } => ({ grant: { evidence: [], ...changes } });
const named = (name: string, metrics: ReturnType<typeof metricsOf>) => metrics.filter((metric) => metric.name === name);

test('the names that dashboards and alarms of users are built on', () => {
  expect(NAMESPACE).toBe('Scopewatch');
  expect(
    Object.entries(METRIC_NAMES).map(([key, name]) => `${name} ${METRIC_UNITS[key as keyof typeof METRIC_NAMES]}`),
  ).toEqual([
    'Success Percent',
    'Duration Milliseconds',
    'DaysToExpiry None',
    'MissingScopes Count',
    'Refused Count',
    'RunsCompleted Count',
    'RunsStale Count',
  ]);
});

test('a batch of runs in numbers', () => {
  const results = [
    aRun(0, { ...reading({ expiresAt: (NOW + 3 * DAY) / 1000, missingScopes: ['a', 'b'] }) }),
    aRefusal(0, 'waf-blocked', { probe: 'list orgs', durationMs: 80 }),
    aRefusal(1, 'waf-blocked', { probe: 'list teams', durationMs: 90 }),
  ];
  expect(metricsOf(results, { completed: 3, stale: 2 }, config, NOW)).toEqual([
    point('Success', 100, 'Percent', { Probe: 'list repos' }, START),
    point('Duration', 120, 'Milliseconds', { Probe: 'list repos' }, START),
    point('Success', 0, 'Percent', { Probe: 'list orgs' }, START),
    point('Duration', 80, 'Milliseconds', { Probe: 'list orgs' }, START),
    point('Success', 0, 'Percent', { Probe: 'list teams' }, START + 60_000),
    point('Duration', 90, 'Milliseconds', { Probe: 'list teams' }, START + 60_000),
    point('DaysToExpiry', 3, 'None', { Credential: 'github-ci' }, NOW),
    point('MissingScopes', 2, 'Count', { Credential: 'github-ci' }, NOW),
    point('Refused', 2, 'Count', { Cause: 'waf-blocked' }, NOW),
    point('DaysToExpiry', 3, 'None', {}, NOW),
    point('RunsCompleted', 3, 'Count', {}, NOW),
    point('RunsStale', 2, 'Count', {}, NOW),
  ]);
});

test('what has not happened is not sent, and the heartbeat is', () => {
  expect(metricsOf([], none, config, NOW)).toEqual([point('RunsCompleted', 0, 'Count', {}, NOW)]);
});

test('the newest reading of a credential counts, whatever the order of the batch', () => {
  const results = [
    aRun(2, reading({ expiresAt: (NOW + 90 * DAY) / 1000, missingScopes: [] })),
    aRun(1, { probe: 'list orgs', ...reading({ expiresAt: (NOW + DAY) / 1000, missingScopes: ['a'] }) }),
  ];
  const metrics = metricsOf(results, none, config, NOW);
  expect(named('DaysToExpiry', metrics)).toMatchObject([{ value: 90 }, { value: 90 }]);
  expect(named('MissingScopes', metrics)).toMatchObject([{ value: 0 }]);
});

test('an end that is remembered counts for as long as answers are silent on it', () => {
  const grants = new Map([['github-ci', reading({ expiresAt: (NOW - DAY) / 1000, expirySource: 'remembered' }).grant]]);
  expect(named('DaysToExpiry', metricsOf([aFailure(0)], none, config, NOW, grants))).toMatchObject([
    { value: -1, dimensions: { Credential: 'github-ci' } },
    { value: -1 },
  ]);
  expect(named('DaysToExpiry', metricsOf([], none, config, NOW, grants))).toEqual([]);
});

test('the nearest end of the batch is told of the whole monitor, and asking is no run', () => {
  const results = [
    aRun(0, reading({ expiresAt: (NOW + 9 * DAY) / 1000 })),
    aRun(0, { probe: ASKED, credential: 'slack', ...reading({ expiresAt: (NOW + 2 * DAY) / 1000 }) }),
  ];
  const metrics = metricsOf(results, none, config, NOW);
  expect(named('DaysToExpiry', metrics).filter(({ dimensions }) => dimensions.Credential === undefined)).toEqual([
    point('DaysToExpiry', 2, 'None', {}, NOW),
  ]);
  expect(named('Success', metrics)).toHaveLength(1);
});

test('a minted token says nothing against the known end of the secret that it was minted with', () => {
  const grants = new Map([
    ['github-ci', reading({ expiresAt: (NOW + 5 * DAY) / 1000, expirySource: 'reported' }).grant],
  ]);
  const minted = aRun(0, reading({ expiresAt: NOW / 1000 + 3600, expirySource: 'minted' }));
  expect(named('DaysToExpiry', metricsOf([minted], none, config, NOW, grants))).toMatchObject([
    { value: 5 },
    { value: 5 },
  ]);
});

test('a token that the monitor mints has no days to expiry', () => {
  const minted = aRun(0, reading({ expiresAt: NOW / 1000 + 3600, expirySource: 'minted' }));
  expect(named('DaysToExpiry', metricsOf([minted], none, config, NOW))).toEqual([]);
});

test('every value is finite, whatever was read', () => {
  fc.assert(
    fc.property(fc.double(), fc.double(), fc.double(), (durationMs, expiresAt, completed) => {
      const results = [aRun(0, { durationMs, ...reading({ expiresAt }) })];
      const metrics = metricsOf(results, { completed, stale: completed }, config, NOW);
      expect(metrics.every(({ value }) => Number.isFinite(value))).toBe(true);
    }),
  );
});
