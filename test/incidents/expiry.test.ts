import { describe, expect, test } from 'vitest';
import type { Grant } from '../../lambda/grants/grant.ts';
import { aRefusal, aRun, DAY, MINUTE, START, theRules } from './a-run.ts';
import { newPlay, type Play, take } from './play.ts';

const rules = theRules();

/** A token that ends `days` days after START. */
const ending = (days: number, changes: Partial<Grant> = {}): { grant: Grant } => ({
  grant: { expiresAt: (START + days * DAY) / 1000, expirySource: 'reported', evidence: [], ...changes },
});

const onDay = (day: number) => (day * DAY) / MINUTE;
const silent = { grant: { identity: 'ci', evidence: [] } };

/** The days ahead that were warned of, in order. */
function warnings(play: Play): readonly (string | undefined)[] {
  return play.alerts.filter(({ kind }) => kind === 'credential-expiring').map(({ id }) => id.split('/')[4]);
}

test('a token is warned of once at each configured number of days', () => {
  const play = newPlay();
  for (let day = 0; day <= 40; day += 0.25) take(play, rules, aRun(onDay(day), ending(40)));
  expect(warnings(play)).toEqual(['30', '14', '7', '1']);
  expect(play.credentials.get('github-ci')?.warned).toMatchObject({ expiresAt: START + 40 * DAY, days: 1 });
});

test('a warning says what is known and whom it will break', () => {
  const play = newPlay();
  take(play, rules, aRun(0, ending(6)));
  expect(play.alerts).toEqual([
    {
      id: `credential/github-ci/credential-expiring/${START + 6 * DAY}/7/v1`,
      kind: 'credential-expiring',
      severity: 'warning',
      subject: { type: 'credential', name: 'github-ci' },
      at: START + 2_000,
      since: START + 2_000,
      failures: [],
      grant: ending(6).grant,
      probes: ['list repos', 'list orgs', 'list teams'],
      probeCount: 3,
      run: { probe: 'list repos', url: 'https://api.github.com/user/repos', status: 200 },
    },
  ]);
});

test('a token first seen late is warned of once, then at what is left', () => {
  const play = newPlay();
  for (let day = 0; day < 5; day += 0.25) take(play, rules, aRun(onDay(day), ending(5)));
  expect(warnings(play)).toEqual(['7', '1']);
});

test('an end that was said once is remembered when later answers are silent', () => {
  const play = newPlay();
  take(play, rules, aRun(0, ending(8)), aRun(onDay(0.5), silent));
  expect(play.credentials.get('github-ci')?.grant).toMatchObject({
    expiresAt: (START + 8 * DAY) / 1000,
    expirySource: 'remembered',
    identity: 'ci',
  });
  take(play, rules, aRun(onDay(2)));
  expect(warnings(play)).toEqual(['14', '7']);
});

test('a new version of the secret takes the remembered end with it, and is warned of anew', () => {
  const play = newPlay();
  take(play, rules, aRun(0, ending(6)), aRun(60, { secretVersion: 'v2' }));
  expect(play.credentials.get('github-ci')).not.toHaveProperty('grant');
  take(play, rules, aRun(120, { secretVersion: 'v2', ...ending(5) }));
  expect(warnings(play)).toEqual(['7', '7']);
});

test('a new version that does not say when it ends does not end when the old one did', () => {
  const play = newPlay();
  take(play, rules, aRun(0, ending(20)), aRun(60, { secretVersion: 'v2', ...silent }));
  expect(play.credentials.get('github-ci')?.grant).toEqual(silent.grant);
});

test('a reading that comes late does not replace a newer one', () => {
  const play = newPlay();
  take(play, rules, aRun(10, ending(90)), aRun(5, { probe: 'list orgs', ...ending(6) }));
  expect(warnings(play)).toEqual([]);
});

test('a process that still has the old version does not warn of it again', () => {
  const play = newPlay();
  take(play, rules, aRun(0, ending(6)), aRun(5, { secretVersion: 'v2', ...ending(90) }), aRun(6, ending(6)));
  expect(warnings(play)).toEqual(['7']);
});

test('the same token with more time is warned of anew', () => {
  const play = newPlay();
  take(play, rules, aRun(0, ending(6)), aRun(onDay(2), ending(96)));
  for (let day = 60; day <= 90; day += 0.5) take(play, rules, aRun(onDay(day), ending(96)));
  expect(warnings(play)).toEqual(['7', '30', '14', '7']);
});

test('a token whose end moves along with its use is warned of once', () => {
  const play = newPlay();
  for (let day = 0; day < 60; day += 0.5) {
    const clockDrift = day % 1 === 0 ? 0 : 0.001;
    take(play, rules, aRun(onDay(day), ending(day + 30 + clockDrift)));
  }
  expect(warnings(play)).toEqual(['30']);
});

test('two ends that are told in turn warn twice a day at most', () => {
  const play = newPlay();
  for (let hour = 0; hour < 48; hour += 2) {
    take(play, rules, aRun(hour * 60, ending(hour % 4 === 0 ? 6 : 13)));
  }
  expect(warnings(play)).toEqual(['7', '14', '7']);
});

describe('no warning', () => {
  test.each([
    ['while there is time', ending(31)],
    ['of a token that the monitor mints', ending(0.04, { expirySource: 'minted' })],
    ['of a token that lives an hour', ending(1 / 24, { issuedAt: START / 1000 })],
    ['at thirty days of a token that lives thirty days', ending(30, { issuedAt: START / 1000 })],
    ['where no end is known', silent],
  ])('%s', (_, reading) => {
    const play = newPlay();
    take(play, rules, aRun(0, reading));
    expect(play.alerts).toEqual([]);
  });

  test('when none is configured', () => {
    const play = newPlay();
    take(play, theRules({ expiryWarningDays: [] }), aRun(0, ending(1)));
    expect(play.alerts).toEqual([]);
  });

  test('once the server has said that it is expired', () => {
    const play = newPlay();
    const dead = (minute: number) => aRefusal(minute, 'credential-expired', ending(-1 / 24));
    take(play, rules, dead(0), dead(5), dead(10));
    expect(play.alerts.map(({ kind }) => kind)).toEqual(['credential-expired']);
  });
});

test('an end in the past is told once, and is not called expired', () => {
  const play = newPlay();
  take(play, rules, ...[0, 5, 10].map((minute) => aRun(minute, ending(-2))));
  expect(play.alerts.map(({ kind }) => kind)).toEqual(['credential-expiring']);
});
