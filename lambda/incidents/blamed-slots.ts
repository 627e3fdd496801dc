import { ASKED, type RunResult } from '../run-result.ts';
import { clears, blames as isBlaming, isDead, kindOf } from './blame.ts';
import type { Blames } from './credential-blames.ts';
import { mayBeCached } from './secret-version.ts';
import type { Blame, BlamedSlots, CredentialState, Matter } from './state.ts';

type Blamed = CredentialState['blamedFor'];

/**
 * In how many slots the credential was blamed, whoever did, by what for: one odd moment of an API is one slot, however
 * many probes it hits, and one odd "dead" is not confirmed by a scope that is lost. Whoever is let in ends the count,
 * but for a process that may still have the secret's last version.
 */
export function nextBlamed(was: CredentialState, { all, fresh }: Blames, result: RunResult): Blamed {
  const before = was.blamedFor;
  if (clears(result) && ![...all.values()].some((blame) => mayBeCached(was.worked, blame, result))) return undefined;
  // A provider that is asked in the same moment as its API refuses is no second moment; its own word counts by itself.
  if (!fresh || !isBlaming(result) || result.probe === ASKED) return before;
  const matter = matterOf(result);
  const counted = before?.[matter];
  const next = counting(counted, result.slot);
  return next === counted ? before : { ...before, [matter]: next };
}

function counting(before: BlamedSlots | undefined, slot: number): BlamedSlots {
  if (before === undefined) return { slots: 1, first: slot, last: slot };
  const { slots, first, last } = before;
  if (slot >= first && slot <= last) return before;
  return { slots: slots + 1, first: Math.min(first, slot), last: Math.max(last, slot) };
}

/** The blames of those matters that were blamed often enough to be told. */
export function firmBlames(
  all: ReadonlyMap<string, Blame>,
  blamed: Blamed,
  failureThreshold: number,
): ReadonlyMap<string, Blame> {
  const isFirm = (matter: Matter) => {
    const runs = [...all.values()].filter((blame) => matterOf(blame) === matter).map((blame) => blame.runs);
    return Math.max(blamed?.[matter]?.slots ?? 0, ...runs) >= failureThreshold;
  };
  const firm = new Set((['dead', 'lacking'] as const).filter(isFirm));
  return new Map([...all].filter(([, blame]) => firm.has(matterOf(blame))));
}

function matterOf(blame: Pick<Blame, 'diagnosis'>): Matter {
  return isDead(kindOf(blame)) ? 'dead' : 'lacking';
}
