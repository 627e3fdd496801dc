import type { Grant } from '../grants/grant.ts';
import type { CredentialState } from './state.ts';

export const DAY_MS = 24 * 60 * 60 * 1000;

type Warned = CredentialState['warned'];

export interface ExpiryStep {
  readonly warned: Warned;
  /** A warning is due now: `warned` says for how many days ahead. */
  readonly due: boolean;
}

/**
 * Whether to warn of an expiry: once at each configured number of days, the smallest that the time left has reached.
 *
 * A token that lives no longer than that many days is not warned of then: it would be from its first minute on. One
 * that the monitor mints itself renews itself. A past expiry is warned of once like any other: only the server
 * decides whether it has expired.
 *
 * @param at epoch milliseconds
 */
export function stepExpiry(
  before: Warned,
  grant: Grant | undefined,
  at: number,
  warningDays: readonly number[],
): ExpiryStep {
  if (grant?.expiresAt === undefined || grant.expirySource === 'minted') return { warned: before, due: false };
  const expiresAt = grant.expiresAt * 1000;
  if (!Number.isFinite(expiresAt)) return { warned: before, due: false };
  const warned = isExtended(before, expiresAt, at) ? undefined : before;
  const lifeMs = grant.issuedAt === undefined ? Number.POSITIVE_INFINITY : expiresAt - grant.issuedAt * 1000;
  const reached = warningDays.filter((days) => expiresAt - at <= days * DAY_MS && days * DAY_MS < lifeMs);
  const days = Math.min(...reached);
  if (reached.length === 0 || days >= (warned?.days ?? Number.POSITIVE_INFINITY)) return { warned, due: false };
  return { warned: { expiresAt, days, at }, due: true };
}

/**
 * Whether the credential has been given more time than it was last warned of. The day more keeps quiet about tokens
 * whose end moves along with their use, the day of rest about answers that contradict each other.
 */
function isExtended(warned: Warned, expiresAt: number, at: number): boolean {
  if (warned === undefined) return false;
  const isRested = at - (warned.at ?? 0) > DAY_MS;
  return isRested && expiresAt - at > (warned.days + 1) * DAY_MS;
}

const SAME_EXPIRY_MS = 60 * 1000;

/** Whether the grant ends when it did: then it is the same token, though the secret around it is a new version. */
export function isSameExpiry(warned: Warned, grant: Grant | undefined): boolean {
  if (warned === undefined || grant?.expiresAt === undefined) return false;
  return Math.abs(grant.expiresAt * 1000 - warned.expiresAt) <= SAME_EXPIRY_MS;
}
