import { diagnose } from '../../lambda/diagnosis/diagnose.ts';
import type { Confidence, Details, Diagnosis } from '../../lambda/diagnosis/diagnosis.ts';
import type { Fixture } from './fixtures.ts';

/** `unknown` where the answer says more is a miss, and less bad than a wrong name. */
export type Verdict = 'right' | 'wrong' | 'unknown';

export interface Scored {
  readonly fixture: Fixture;
  readonly diagnosis: Diagnosis;
  readonly verdict: Verdict;
  /** Of the details that the fixture expects: how many were asked for, and how many came out the same. */
  readonly details: { readonly asked: number; readonly right: number };
}

/** Causes that send somebody to renew a credential: a false one costs trust for good. */
const ALARMING = new Set(['credential-expired', 'credential-revoked', 'scope-missing']);

export function score(fixture: Fixture): Scored {
  const { request, response, expect } = fixture;
  const diagnosis = diagnose({ request, response });
  const verdict = expect.accept.includes(diagnosis.cause)
    ? 'right'
    : diagnosis.cause === 'unknown'
      ? 'unknown'
      : 'wrong';
  const asked = Object.entries(expect.details) as [keyof Details, unknown][];
  const right = asked.filter(([name, value]) => isSame(diagnosis.details[name], value)).length;
  return { fixture, diagnosis, verdict, details: { asked: asked.length, right } };
}

function isSame(found: unknown, expected: unknown): boolean {
  if (!Array.isArray(found) || !Array.isArray(expected)) return found === expected;
  return found.length === expected.length && expected.every((item) => found.includes(item));
}

export function isFalseAlarm({ verdict, diagnosis }: Scored): boolean {
  return verdict === 'wrong' && ALARMING.has(diagnosis.cause);
}

export interface Total {
  readonly count: number;
  readonly right: number;
  readonly wrong: number;
  readonly unknown: number;
  readonly falseAlarms: number;
  readonly details: { readonly asked: number; readonly right: number };
}

export function totalOf(scored: readonly Scored[]): Total {
  const count = (verdict: Verdict) => scored.filter((one) => one.verdict === verdict).length;
  return {
    count: scored.length,
    right: count('right'),
    wrong: count('wrong'),
    unknown: count('unknown'),
    falseAlarms: scored.filter(isFalseAlarm).length,
    details: {
      asked: scored.reduce((sum, { details }) => sum + details.asked, 0),
      right: scored.reduce((sum, { details }) => sum + details.right, 0),
    },
  };
}

/** How often each confidence was right: a cause that was named `likely` is meant to be right 90 times of 100. */
export function calibrationOf(scored: readonly Scored[], confidence: Confidence): Total {
  return totalOf(
    scored.filter(({ diagnosis }) => diagnosis.confidence === confidence && diagnosis.cause !== 'unknown'),
  );
}
