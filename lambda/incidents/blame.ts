import type { Cause } from '../diagnosis/causes.ts';
import type { RunResult } from '../run-result.ts';
import type { AlertKind } from './alert.ts';
import type { Blame } from './state.ts';

/** What each cause that is the credential's own fault is announced as. */
const KIND_OF_CAUSE: Partial<Record<Cause, AlertKind>> = {
  'credential-expired': 'credential-expired',
  'credential-revoked': 'credential-revoked',
  'credential-invalid': 'credential-invalid',
  'signature-invalid': 'credential-invalid',
  'account-suspended': 'access-refused',
  'scope-missing': 'scope-lost',
};

/** The same, worst first: what a credential with several blames is announced as. An unreadable one is the last. */
const WORST_FIRST: readonly AlertKind[] = [
  'credential-expired',
  'credential-revoked',
  'credential-invalid',
  'access-refused',
  'scope-lost',
  'probe-failing',
];

const DEAD: ReadonlySet<AlertKind> = new Set(['credential-expired', 'credential-revoked', 'credential-invalid']);

/** Refusals that only a credential gets which the API recognised. The others may come from what stands before it. */
const RECOGNISING: ReadonlySet<Cause> = new Set([
  'permission-denied',
  'step-up-required',
  'feature-unavailable',
  'quota-exceeded',
]);

/** Whether this cause says that the credential itself is at fault. */
export function isOfCredential(cause: Cause): boolean {
  return cause in KIND_OF_CAUSE;
}

/**
 * Whether the result is its credential's fault: then it counts against the credential and not against the probe. What
 * a server says that never got the credential is not.
 */
export function blames({ credential, credentialSent, credentialUnreadable, diagnosis }: RunResult): boolean {
  if (credential === undefined || credentialSent === false) return false;
  return credentialUnreadable !== undefined || (diagnosis !== undefined && isOfCredential(diagnosis.cause));
}

/**
 * Whether the result shows that its credential is good for this probe: a 2xx, or a refusal of somebody who is known.
 *
 * A transport failure, a 5xx, an edge, a rate limit or an `unknown` shows nothing: it neither blames nor clears.
 */
export function clears(result: RunResult): boolean {
  if (result.credential === undefined || result.credentialSent === false || blames(result)) return false;
  if (result.outcome === 'ok') return true;
  if (result.diagnosis !== undefined) return RECOGNISING.has(result.diagnosis.cause);
  return result.status !== undefined && result.status >= 200 && result.status < 300;
}

/** Whether the result shows that its credential is alive, if perhaps not good enough. */
export function showsLife(result: RunResult): boolean {
  return clears(result) || (blames(result) && result.diagnosis?.cause === 'scope-missing');
}

/** What a blame would be announced as; one without a diagnosis comes from a secret that cannot be read. */
export function kindOf({ diagnosis }: Pick<Blame, 'diagnosis'>): AlertKind {
  return (diagnosis && KIND_OF_CAUSE[diagnosis.cause]) ?? 'probe-failing';
}

/** Expired, revoked, invalid: different words for one piece of news, that the credential has to be replaced. */
export function isDead(kind: AlertKind): boolean {
  return DEAD.has(kind);
}

export type NewBlame = Omit<Blame, 'since' | 'runs' | 'alikeRuns'>;

/** The same blame, one run later. */
export function nextBlame(own: Blame | undefined, latest: NewBlame): Blame {
  const next = { ...latest, since: own?.since ?? latest.observedAt, runs: (own?.runs ?? 0) + 1 };
  const alike = own !== undefined && own.secretVersion === next.secretVersion && kindOf(own) === kindOf(next);
  return { ...next, alikeRuns: alike ? (own.alikeRuns ?? 1) + 1 : 1 };
}

const CONFIDENCE_RANK = { certain: 0, likely: 1, possible: 2 } as const;

/** The blame that speaks for all: the worst kind, then the surest, then the newest. */
export function worstOf(all: ReadonlyMap<string, Blame>): Blame | undefined {
  const rank = (blame: Blame) => WORST_FIRST.indexOf(kindOf(blame));
  const doubt = ({ diagnosis }: Blame) => (diagnosis ? CONFIDENCE_RANK[diagnosis.confidence] : 0);
  return [...all.values()].sort(
    (a, b) => rank(a) - rank(b) || doubt(a) - doubt(b) || b.observedAt - a.observedAt || b.slot - a.slot,
  )[0];
}
