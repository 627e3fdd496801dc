import { DAY_MS, type ExpiryStep, isSameExpiry, stepExpiry } from './expiry.ts';
import type { GrantMemory } from './grant-memory.ts';
import type { CredentialState } from './state.ts';

type Memory = Pick<CredentialState, 'warned' | 'warnedEarlier' | 'grantVersion'>;

/**
 * The warning of an expiry after one more result. Another version of the secret is warned of anew; the warning of the
 * one before is kept beside it, because processes may use both for a while, and each would make the other news.
 */
export function nextExpiry(
  was: Memory,
  { grant, grantVersion }: GrantMemory,
  at: number,
  warningDays: readonly number[],
): ExpiryStep & Pick<CredentialState, 'warnedEarlier'> {
  const isAnother = grantVersion !== was.grantVersion && !isSameExpiry(was.warned, grant);
  const isEarlier = isAnother && isSameExpiry(was.warnedEarlier, grant);
  const before = isAnother ? undefined : was.warned;
  const step = stepExpiry(isEarlier ? was.warnedEarlier : before, grant, at, warningDays);
  const warnedEarlier = isAnother ? (was.warned ?? (isEarlier ? undefined : was.warnedEarlier)) : was.warnedEarlier;
  // What somebody stores anew with so little time left is stored anew all the time.
  const isShort = grant?.issuedAt === undefined && timeLeft(grant, at) < Math.min(...warningDays) * DAY_MS;
  const due = step.due && !(isAnother && was.grantVersion !== undefined && isShort);
  return { warned: step.warned, due, ...(warnedEarlier && { warnedEarlier }) };
}

function timeLeft(grant: GrantMemory['grant'], at: number): number {
  return (grant?.expiresAt ?? Number.POSITIVE_INFINITY) * 1_000 - at;
}
