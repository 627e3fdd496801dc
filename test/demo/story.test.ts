import { expect, test } from 'vitest';
import { startDemoApi } from '../../bin/demo/api.ts';
import { demoConfig } from '../../bin/demo/config.ts';
import { demoSecrets } from '../../bin/demo/secrets.ts';
import { parseConfig } from '../../lambda/config/schema.ts';
import type { Alert } from '../../lambda/incidents/alert.ts';
import { openDatabase } from '../../lambda/local/database.ts';
import { probe } from '../../lambda/probe.ts';
import type { RunResult } from '../../lambda/run-result.ts';
import { runParts } from '../support/probe-deps.ts';

const BEAT_MS = 4_000;

/** Plays the whole story on a clock of its own: every probe once a beat. */
async function play(beats: number): Promise<{ alerts: readonly Alert[]; results: readonly RunResult[] }> {
  const clock = { now: Date.UTC(2026, 0, 1) };
  const now = () => clock.now;
  const values = demoSecrets();
  await using api = await startDemoApi(values, BEAT_MS, now);
  const config = parseConfig(demoConfig(api.origin, '4s'), { minimumEveryMs: 1_000 });
  const database = openDatabase(':memory:', now);
  const results: RunResult[] = [];
  const deps = {
    config,
    ...runParts(
      { read: async (name) => values.stored(name, api.beat()) ?? { unreadable: `there is no ${name}` } },
      now,
    ),
    store: database.store,
    metrics: { put: async () => {} },
    schedulerGraceMs: BEAT_MS,
    log: () => {},
    onResult: (result: RunResult) => void results.push(result),
  };
  for (let beat = 0; beat < beats; beat++) {
    await probe(
      config.probes.map(({ name }) => ({ probe: name, slot: clock.now, delayMs: 0 })),
      Date.now() + 60_000,
      deps,
    );
    clock.now += BEAT_MS;
  }
  return { alerts: await database.outbox.pending(), results };
}

test('the demo tells each of its troubles once and each recovery, within seventeen beats', async () => {
  const { alerts, results } = await play(17);
  const told = alerts.map(({ kind, subject }) => `${subject.name}: ${kind}`).toSorted();
  expect(told).toEqual([
    'catalogue: access-refused',
    'catalogue: recovered',
    'payouts: access-refused',
    'payouts: recovered',
    'repositories: credential-expiring',
    'repositories: recovered',
    'repositories: scope-lost',
    'search: access-refused',
    'search: recovered',
    'shop: credential-expired',
    'shop: recovered',
    'warehouse: probe-failing',
    'warehouse: recovered',
    'widget: access-refused',
    'widget: recovered',
  ]);
  expect(new Set(results.flatMap(({ diagnosis }) => diagnosis?.cause ?? []))).toEqual(
    new Set(['credential-expired', 'scope-missing', 'rate-limited', 'ip-not-allowed', 'cors-rejected', 'waf-blocked']),
  );
  expect(results.slice(-10).map(({ outcome }) => outcome)).toEqual(Array(10).fill('ok'));
});

test('the lost scope is named as the one that the configuration asks for', async () => {
  const { alerts } = await play(8);
  const lost = alerts.find(({ kind }) => kind === 'scope-lost');
  expect(lost?.diagnosis?.details.missingScopes).toEqual(['read:org']);
});
