import type { RunResult } from '../run-result.ts';
import { showsLife } from './blame.ts';
import type { Blame, CredentialState } from './state.ts';

type Worked = CredentialState['worked'];

/**
 * How long a process may go on using a secret's old value after another has read the new one: the lifetime of a
 * cached secret, and time for the run that took it from there.
 */
export const CACHED_VERSION_MS = 15 * 60 * 1000;

/** The version that works, after one more result. */
export function nextWorked(before: Worked, result: RunResult): Worked {
  const { secretVersion, observedAt } = result;
  if (secretVersion === undefined || secretVersion === before?.secretVersion || !showsLife(result)) return before;
  return { secretVersion, since: observedAt, ...(before && { replaced: before.secretVersion }) };
}

/**
 * Whether the result was made with a version that has been replaced by one that works: it says nothing of the
 * credential as it is now. After a while the replaced version counts again: somebody has put it back.
 */
export function isOutdated(worked: Worked, { secretVersion, observedAt }: RunResult): boolean {
  if (worked === undefined || secretVersion === worked.secretVersion) return false;
  if (observedAt < worked.since) return true;
  return secretVersion !== undefined && secretVersion === worked.replaced && isSoon(worked.since, observedAt);
}

/**
 * Whether the result may come from a process that has not yet seen the version that the blame is about: its version
 * worked before the blame began, and the blame is of another one.
 */
export function mayBeCached(worked: Worked, blame: Blame, { secretVersion, observedAt }: RunResult): boolean {
  if (worked === undefined || secretVersion !== worked.secretVersion) return false;
  return blame.secretVersion !== secretVersion && worked.since < blame.since && isSoon(blame.since, observedAt);
}

function isSoon(since: number, observedAt: number): boolean {
  return observedAt - since < CACHED_VERSION_MS;
}
