import type { Grant } from '../grants/grant.ts';
import { overlaid } from '../grants/overlaid.ts';
import type { RunResult } from '../run-result.ts';
import { showsLife } from './blame.ts';
import { boundedGrant } from './bounded.ts';
import { DAY_MS } from './expiry.ts';
import type { CredentialState } from './state.ts';

/** How often an unchanged reading is written again, so that its age is known. */
const REFRESH_MS = 60 * 60 * 1000;

const MAX_EVIDENCE = 4;

export type GrantMemory = Pick<CredentialState, 'grant' | 'grantReadAt' | 'grantVersion'>;

/**
 * What is known of the credential after one more result; the same object when nothing new is.
 *
 * Silence is not loss: what a reading does not speak of stays as it was, for as long as the secret's version does.
 */
export function nextGrant(before: GrantMemory, result: RunResult): GrantMemory {
  const { secretVersion, observedAt } = result;
  const isRenewed = secretVersion !== undefined && before.grantVersion !== secretVersion;
  const reading = result.grant && saysSomething(result.grant) ? lasting(boundedGrant(result.grant)) : undefined;
  if (reading === undefined) return isRenewed && before.grant && showsLife(result) ? {} : before;
  if (before.grantReadAt !== undefined && observedAt <= before.grantReadAt) return before;
  const known = isRenewed ? undefined : before.grant;
  const grant = asOldAs(before.grant, known ? merged(known, reading) : reading);
  const age = observedAt - (before.grantReadAt ?? Number.NEGATIVE_INFINITY);
  if (known && isSame(known, grant) && age < REFRESH_MS) return before;
  const version = secretVersion ?? before.grantVersion;
  return { grant, grantReadAt: observedAt, ...(version !== undefined && { grantVersion: version }) };
}

/** Without what is of the moment: whether it lives is the incident's to keep. */
function lasting({ life, ...grant }: Grant): Grant {
  return grant;
}

function saysSomething({ expiresAt, scopes, missingScopes, identity }: Grant): boolean {
  return [expiresAt, scopes, missingScopes, identity].some((value) => value !== undefined);
}

function merged(known: Grant, reading: Grant): Grant {
  const { missingScopes, ...comparedElsewhere } = known;
  const before = reading.scopes === undefined || missingScopes === undefined ? known : comparedElsewhere;
  const isRemembered = reading.expiresAt === undefined && known.expiresAt !== undefined;
  const places = new Set(reading.evidence.map(({ where }) => where));
  const olderEvidence = known.evidence.filter(({ where }) => !places.has(where));
  return {
    ...overlaid(before, reading),
    ...(isRemembered && known.expirySource !== 'minted' && { expirySource: 'remembered' }),
    evidence: [...reading.evidence, ...olderEvidence].slice(0, MAX_EVIDENCE),
  };
}

/** Ends that were counted from answers of different moments; shorter than between two runs, in which one may move on. */
const SAME_END_SECONDS = 15;

/**
 * With the earliest time of issue that was told of this end. Who renews a part of it before the same end, as a refresh
 * does of a token that is to last so long altogether, makes nothing that is new to be warned of.
 */
function asOldAs(before: Grant | undefined, grant: Grant): Grant {
  const { expiresAt = 0, issuedAt } = before ?? {};
  const isSameEnd = Math.abs((grant.expiresAt ?? Number.NaN) - expiresAt) <= SAME_END_SECONDS;
  if (!isSameEnd || issuedAt === undefined || grant.issuedAt === undefined) return grant;
  return { ...grant, issuedAt: Math.min(issuedAt, grant.issuedAt) };
}

/** An expiry within a day of the other is the same: one that is counted from now trembles, a minted one moves. */
function isSame(a: Grant, b: Grant): boolean {
  if (a.identity !== b.identity || !sameNames(a.scopes, b.scopes)) return false;
  if (!sameNames(a.missingScopes, b.missingScopes)) return false;
  if (a.expiresAt === undefined || b.expiresAt === undefined) return a.expiresAt === b.expiresAt;
  return Math.abs(a.expiresAt - b.expiresAt) * 1000 <= DAY_MS;
}

function sameNames(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  const theirs = new Set(b);
  return new Set(a).size === theirs.size && a.every((name) => theirs.has(name));
}
