import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Alert } from '../../lambda/incidents/alert.ts';
import { stepProbe } from '../../lambda/incidents/probe-step.ts';
import type { ProbeState } from '../../lambda/incidents/state.ts';
import type { RunResult } from '../../lambda/run-result.ts';
import { aDiagnosis, aFailure, aRefusal, aRun, DAY, MINUTE, START, theRules } from './a-run.ts';

const rules = theRules();
const blocked = (minute: number) => aRefusal(minute, 'waf-blocked', { status: 403 });

/** The state and all alerts after these runs. */
function after(...results: readonly RunResult[]): { state: ProbeState | undefined; alerts: readonly Alert[] } {
  let state: ProbeState | undefined;
  const alerts: Alert[] = [];
  for (const result of results) {
    const step = stepProbe(state, result, rules);
    if (step === undefined) continue;
    state = step.state;
    alerts.push(...step.alerts);
  }
  return { state, alerts };
}

const kinds = (alerts: readonly Alert[]) => alerts.map(({ kind }) => kind);

test('a probe that fails, stays down, changes its failure and comes back', () => {
  const first = stepProbe(undefined, blocked(0), rules);
  expect(first).toEqual({
    state: {
      slot: START,
      observedAt: START + 2_000,
      outcome: 'refused',
      status: 403,
      cause: 'waf-blocked',
      durationMs: 120,
      badRuns: 1,
      badSince: START + 2_000,
      alikeRuns: 1,
    },
    alerts: [],
  });

  const second = stepProbe(first?.state, blocked(5), rules);
  expect(second?.state).toEqual({
    ...first?.state,
    slot: START + 5 * MINUTE,
    observedAt: START + 5 * MINUTE + 2_000,
    badRuns: 2,
    alikeRuns: 2,
    incident: {
      since: START + 2_000,
      openedAt: START + 5 * MINUTE + 2_000,
      told: ['access-refused'],
      lastAlertAt: START + 5 * MINUTE + 2_000,
      diagnosis: aDiagnosis('waf-blocked'),
      failures: [],
    },
  });
  expect(second?.alerts).toEqual([
    {
      id: `probe/list repos/access-refused/${START + 2_000}`,
      kind: 'access-refused',
      severity: 'critical',
      subject: { type: 'probe', name: 'list repos' },
      at: START + 5 * MINUTE + 2_000,
      since: START + 2_000,
      diagnosis: aDiagnosis('waf-blocked'),
      failures: [],
      probes: ['list repos'],
      probeCount: 1,
      run: { probe: 'list repos', url: 'https://api.github.com/user/repos', status: 403 },
    },
  ]);

  const third = stepProbe(second?.state, blocked(10), rules);
  expect(third).toMatchObject({ state: { badRuns: 3, incident: second?.state.incident }, alerts: [] });

  const oddOne = stepProbe(third?.state, aFailure(15), rules);
  expect(oddOne).toMatchObject({ state: { alikeRuns: 1, incident: second?.state.incident }, alerts: [] });

  const changed = stepProbe(oddOne?.state, aFailure(20), rules);
  expect(changed?.state.incident?.told).toEqual(['access-refused', 'probe-failing']);
  expect(changed?.alerts).toMatchObject([{ kind: 'probe-failing', since: START + 2_000 }]);

  const good = stepProbe(changed?.state, aRun(25), rules);
  expect(good?.state).toEqual({
    slot: START + 25 * MINUTE,
    observedAt: START + 25 * MINUTE + 2_000,
    outcome: 'ok',
    status: 200,
    durationMs: 120,
    badRuns: 0,
    succeeded: { at: START + 25 * MINUTE + 2_000, secretVersion: 'v1' },
  });

  const again = stepProbe(good?.state, blocked(30), rules);
  expect(again?.state.succeeded).toEqual(good?.state.succeeded);
  expect(good?.alerts).toMatchObject([
    { kind: 'recovered', severity: 'info', announcedAs: 'probe-failing', since: START + 2_000 },
  ]);
});

test('a probe that fails now and then never opens an incident', () => {
  const { state, alerts } = after(
    ...[0, 5, 10, 15, 20].map((minute) => (minute % 10 ? aRun(minute) : blocked(minute))),
  );
  expect(alerts).toEqual([]);
  expect(state).toMatchObject({ badRuns: 1, badSince: START + 20 * MINUTE + 2_000 });
});

test('an incident is told once a kind, and reminded of when the quiet time is over', () => {
  const { alerts } = after(blocked(0), blocked(5), aFailure(10), aFailure(15), blocked(20), blocked(25));
  expect(kinds(alerts)).toEqual(['access-refused', 'probe-failing']);
  const days = after(...[0, 5, 1440, 1445, 1450, 2885].map(blocked));
  expect(days.alerts).toMatchObject([
    { kind: 'access-refused' },
    { kind: 'reminder', announcedAs: 'access-refused', at: START + DAY + 5 * MINUTE + 2_000 },
    { kind: 'reminder', announcedAs: 'access-refused' },
  ]);
  expect(new Set(days.alerts.map(({ id }) => id)).size).toBe(3);
});

describe('a run that blames its credential', () => {
  const expired = (minute: number) => aRefusal(minute, 'credential-expired');

  test('opens nothing on the probe, and is still shown as its last', () => {
    const { state, alerts } = after(expired(0), expired(5), expired(10));
    expect(alerts).toEqual([]);
    expect(state).toMatchObject({ outcome: 'refused', cause: 'credential-expired', badRuns: 0 });
    expect(state).not.toHaveProperty('incident');
  });

  test('neither counts nor resets what the probe did itself', () => {
    const { state, alerts } = after(blocked(0), expired(5), blocked(10));
    expect(kinds(alerts)).toEqual(['access-refused']);
    expect(state).toMatchObject({ badRuns: 2, badSince: START + 2_000 });
  });

  test('does not close an incident that is open', () => {
    const { state, alerts } = after(blocked(0), blocked(5), expired(10), expired(15));
    expect(kinds(alerts)).toEqual(['access-refused']);
    expect(state?.incident).toBeDefined();
  });

  test('does not lend its outcome to the next run of the probe itself', () => {
    const { alerts } = after(aFailure(0), aFailure(5), expired(10), blocked(15));
    expect(kinds(alerts)).toEqual(['probe-failing']);
  });
});

test('the same refusal without a credential counts against the probe', () => {
  const anonymous = [0, 5].map((minute) => {
    const { credential, secretVersion, ...run } = aRefusal(minute, 'credential-invalid');
    return run;
  });
  expect(kinds(after(...anonymous).alerts)).toEqual(['access-refused']);
});

test.each([
  ['a duplicate', 5],
  ['a late run', 4],
])('%s changes nothing', (_, minute) => {
  const { state } = after(blocked(0), blocked(5));
  expect(stepProbe(state, aRun(minute), rules)).toBeUndefined();
  expect(stepProbe(state, blocked(minute), rules)).toBeUndefined();
});

type Kind = 'ok' | 'refused' | 'failed' | 'blaming';

const makeRun: Record<Kind, (minute: number) => RunResult> = {
  ok: (minute) => aRun(minute),
  refused: blocked,
  failed: (minute) => aFailure(minute),
  blaming: (minute) => aRefusal(minute, 'credential-invalid'),
};

/** What should be told, worked out from the whole history of a probe instead of step by step. */
function oracle(history: readonly Kind[], threshold: number): readonly string[] {
  const own = history.filter((kind) => kind !== 'blaming');
  const spells = own.join(' ').split('ok');
  return spells.flatMap((spell, index) => {
    const bad = spell.trim() === '' ? [] : spell.trim().split(' ');
    if (bad.length < threshold) return [];
    const end = index < spells.length - 1 ? ['recovered'] : [];
    return [bad[threshold - 1] === 'refused' ? 'access-refused' : 'probe-failing', ...end];
  });
}

const histories = fc.array(fc.constantFrom<Kind>('ok', 'refused', 'failed', 'blaming'), { maxLength: 60 });

test('tells of every spell of bad runs that is long enough, and of no other', () => {
  fc.assert(
    fc.property(histories, fc.integer({ min: 1, max: 4 }), (history, failureThreshold) => {
      let state: ProbeState | undefined;
      const openings = new Set<number>();
      const told = history.flatMap((kind, minute) => {
        const step = stepProbe(state, makeRun[kind](minute), theRules({ failureThreshold }));
        state = step?.state;
        // The second kind of one incident is not the oracle's business.
        return (step?.alerts ?? []).filter(
          (alert) => alert.kind === 'recovered' || (!openings.has(alert.since) && openings.add(alert.since)),
        );
      });
      expect(kinds(told)).toEqual(oracle(history, failureThreshold));
    }),
  );
});

test('duplicates and late runs, wherever they come, change neither state nor alerts', () => {
  const repeats = fc.array(fc.tuple(fc.nat(59), fc.constantFrom<Kind>('ok', 'refused', 'failed', 'blaming')));
  fc.assert(
    fc.property(histories, repeats, (history, disturbances) => {
      const runs = history.map((kind, minute) => makeRun[kind](minute));
      const disturbed = runs.flatMap((run, minute) => [
        run,
        ...disturbances.filter(([at]) => at === minute).map(([at, kind]) => makeRun[kind](Math.floor(at * 0.7))),
      ]);
      expect(after(...disturbed)).toEqual(after(...runs));
    }),
  );
});
