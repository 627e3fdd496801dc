import { expect, test } from 'vitest';
import type { Grant } from '../../lambda/grants/grant.ts';
import { aFailure, aRefusal, aRun, DAY, HOUR, MINUTE, START, theRules } from './a-run.ts';
import { newPlay, take } from './play.ts';

const HOURS_A_DAY = DAY / HOUR;

/** A grant that ends in so many days, and was issued then, if that is told. */
const ending = (days: number, issuedAt?: number): Grant => ({
  expiresAt: Math.floor((START + days * DAY) / 1_000),
  expirySource: 'reported',
  ...(issuedAt !== undefined && { issuedAt }),
  evidence: [{ where: 'body expires_at', what: `${days} days` }],
});

const ofAnother = { probe: 'list orgs' };

test('processes that use two versions of a secret while their API is down do not warn of one again and again', () => {
  const play = newPlay();
  const rules = theRules();
  take(play, rules, aRun(0, { grant: ending(0.5) }));
  for (let minute = 5; minute < 10; minute++) {
    const fresh = aFailure(minute, { secretVersion: 'v2', grant: ending(90) });
    const cached = aRun(minute, { ...ofAnother, grant: ending(0.5), observedAt: START + minute * MINUTE + 3_000 });
    take(play, rules, fresh, cached);
  }
  expect(play.alerts.filter(({ kind }) => kind === 'credential-expiring')).toHaveLength(1);
});

test('both of two versions that end soon are warned of, once each', () => {
  const play = newPlay();
  const rules = theRules();
  for (let minute = 0; minute < 10; minute += 5) {
    take(play, rules, aFailure(minute, { grant: ending(5) }));
    take(play, rules, aFailure(minute, { ...ofAnother, secretVersion: 'v2', grant: ending(6) }));
  }
  const ends = play.alerts.flatMap(({ kind, grant }) => (kind === 'credential-expiring' ? [grant?.expiresAt] : []));
  expect(ends).toEqual([ending(5).expiresAt, ending(6).expiresAt]);
});

test('a token that somebody stores anew each hour is not warned of each hour', () => {
  const play = newPlay();
  const run = (hour: number) => aRun(hour * 60, { secretVersion: `v${hour}`, grant: ending((hour + 1) / HOURS_A_DAY) });
  take(play, theRules(), ...Array.from({ length: HOURS_A_DAY }, (_, hour) => run(hour)));
  expect(play.alerts).toHaveLength(1);
});

test('an end that no refresh puts off is warned of ahead, though each refresh gives a token that is new', () => {
  const play = newPlay();
  const run = (hour: number) =>
    aRun(hour * 60, { secretVersion: `v${hour}`, grant: ending(30, (START + hour * HOUR) / 1_000 + 2) });
  take(play, theRules(), ...Array.from({ length: 30 * HOURS_A_DAY }, (_, hour) => run(hour)));
  const days = play.alerts.map(({ grant, at }) => Math.ceil(((grant?.expiresAt ?? 0) * 1_000 - at) / DAY));
  expect(days).toEqual([14, 7, 1]);
});

test('an end that each refresh puts off is not warned of', () => {
  const play = newPlay();
  const run = (hour: number) => {
    const days = 30 + hour / HOURS_A_DAY;
    return aRun(hour * 60, { secretVersion: `v${hour}`, grant: ending(days, (START + hour * HOUR) / 1_000 + 2) });
  };
  take(play, theRules(), ...Array.from({ length: 40 * HOURS_A_DAY }, (_, hour) => run(hour)));
  expect(play.alerts).toEqual([]);
});

test('a token that one API refuses and another lets in is warned of', () => {
  const play = newPlay();
  const refused = (day: number) => aRefusal(day * 24 * 60, 'credential-invalid', { ...ofAnother, grant: ending(20) });
  for (let day = 0; day < 20; day++) take(play, theRules(), refused(day), aRun(day * 24 * 60, { grant: ending(20) }));
  expect(play.alerts.filter(({ kind }) => kind === 'credential-expiring')).toHaveLength(4);
});
