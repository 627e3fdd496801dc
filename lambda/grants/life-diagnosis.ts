import { CAUSES, type Cause } from '../diagnosis/causes.ts';
import type { Confidence, Diagnosis } from '../diagnosis/diagnosis.ts';
import { remedyOf } from '../diagnosis/remedies.ts';
import type { Grant } from './grant.ts';

/** How far the provider's clock may be ahead of ours: what it ended by its own is no revocation. */
const CLOCKS_APART_MS = 5 * 60_000;

/**
 * Why a credential of which its provider says that it lives no more is dead; `undefined` while it does not say so.
 *
 * Where the provider does not tell an expired one from a revoked one, the end that is known of it does: one that is
 * past means expired, one that is ahead revoked, and without one it is only known not to be accepted.
 *
 * @param knownEnd when it was to end, by this or an earlier reading of the same secret; epoch seconds
 * @param now epoch milliseconds
 */
export function diagnosisOfLife(
  { life, evidence }: Grant,
  knownEnd: number | undefined,
  provider: string | undefined,
  now: number,
): Diagnosis | undefined {
  if (life === undefined || life === 'alive') return undefined;
  const isPast = knownEnd !== undefined && knownEnd * 1_000 <= now + CLOCKS_APART_MS;
  const [cause, confidence] = causeOf(life, knownEnd, isPast);
  const ahead = life === 'ended' && knownEnd !== undefined;
  const known = { where: 'known expiry', what: new Date((knownEnd ?? 0) * 1_000).toISOString() };
  return {
    cause,
    family: CAUSES[cause],
    confidence,
    evidence: [...evidence.slice(0, 2), ...(ahead ? [known] : [])],
    details: {
      ...(cause === 'credential-expired' && isPast && { expiredAt: knownEnd }),
      ...(provider !== undefined && { provider }),
    },
    remedy: remedyOf(cause, provider === undefined ? {} : { provider }),
  };
}

function causeOf(
  life: 'expired' | 'revoked' | 'ended',
  knownEnd: number | undefined,
  isPast: boolean,
): readonly [Cause, Confidence] {
  if (life === 'expired') return ['credential-expired', 'certain'];
  if (life === 'revoked') return ['credential-revoked', 'certain'];
  if (knownEnd === undefined) return ['credential-invalid', 'likely'];
  return isPast ? ['credential-expired', 'likely'] : ['credential-revoked', 'likely'];
}

/**
 * The refusal of a credential by the provider that knew it before: it was good, so it has ended. Whether by its date or
 * before its time, the end that is known of it tells.
 *
 * @param aliveAt when the provider last knew it, epoch milliseconds
 */
export function afterLife(
  refusal: Diagnosis,
  aliveAt: number | undefined,
  knownEnd: number | undefined,
  now: number,
): Diagnosis {
  if (refusal.cause !== 'credential-invalid') return refusal;
  const [cause] = causeOf('ended', knownEnd, knownEnd !== undefined && knownEnd * 1_000 <= now);
  const { provider } = refusal.details;
  const known =
    aliveAt === undefined ? [] : [{ where: 'history', what: `it was good at ${new Date(aliveAt).toISOString()}` }];
  return {
    ...refusal,
    cause,
    family: CAUSES[cause],
    confidence: 'likely',
    evidence: [...refusal.evidence.slice(0, 2), ...known],
    remedy: remedyOf(cause, provider === undefined ? {} : { provider }),
  };
}
