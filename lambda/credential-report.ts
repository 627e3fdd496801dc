import type { AlertsConfig, CredentialConfig } from './config/types.ts';
import type { Cause } from './diagnosis/causes.ts';
import type { ExpirySource, Grant } from './grants/grant.ts';
import { unusedScopes } from './grants/missing-scopes.ts';
import { overlaid } from './grants/overlaid.ts';
import { providerFor } from './grants/providers/index.ts';
import { stepExpiry } from './incidents/expiry.ts';
import { ASKED, type RunResult } from './run-result.ts';

export const CREDENTIAL_STATES = [
  'ok',
  'expiring',
  'expired',
  'revoked',
  'invalid',
  'under-scoped',
  'unknown',
] as const;
export type CredentialStateName = (typeof CREDENTIAL_STATES)[number];

/** How a credential stands, by the last results of the probes that use it. */
export interface CredentialReport {
  readonly name: string;
  readonly state: CredentialStateName;
  /** Why the state is `unknown`, `expired`, `revoked` or `invalid`, for people. */
  readonly reason?: string;
  /** Epoch seconds. */
  readonly expiresAt?: number;
  readonly expirySource?: ExpirySource;
  readonly grantedScopes?: readonly string[];
  readonly missingScopes?: readonly string[];
  /** Granted scopes that no configured one needs. */
  readonly unusedScopes?: readonly string[];
  /** Scopes are configured, and nobody lists what it has: only a refused probe tells of a missing one. */
  readonly scopesNotListed?: boolean;
  readonly identity?: string;
  /** When its store rotates it next, epoch seconds. */
  readonly rotatesAt?: number;
  /** Requests that asking about it took. */
  readonly calls?: number;
  /** The secret cannot be read or used, or no token is to be had for it. */
  readonly unusable?: boolean;
}

const DEAD: ReadonlySet<CredentialStateName> = new Set(['expired', 'revoked', 'invalid']);

/** What a refusal makes of the credential, worst first. */
const STATE_OF_CAUSE: readonly (readonly [Cause, CredentialStateName])[] = [
  ['credential-expired', 'expired'],
  ['credential-revoked', 'revoked'],
  ['credential-invalid', 'invalid'],
  ['signature-invalid', 'invalid'],
  ['scope-missing', 'under-scoped'],
];

/**
 * Reports one credential.
 *
 * @param results the last result of each probe, of all credentials
 * @param now epoch milliseconds
 */
export function reportCredential(
  name: string,
  credential: CredentialConfig,
  results: readonly RunResult[],
  alerts: AlertsConfig,
  now: number,
): CredentialReport {
  const theirs = results.filter((result) => result.credential === name);
  const grant = knownGrant(theirs);
  const provider = providerFor(
    credential,
    theirs.flatMap(({ probe, url }) => (probe === ASKED ? [] : [url])),
  );
  const unused = grant?.scopes && unusedScopes(grant.scopes, credential.scopes, provider);
  const asking = theirs.find(({ probe }) => probe === ASKED)?.asking;
  const isUnusable = theirs.some(({ credentialUnreadable }) => credentialUnreadable !== undefined);
  const missingScopes = missing(theirs, grant);
  const { state, reason } = stateOf(theirs, grant, missingScopes, alerts, now);
  const isDead = DEAD.has(state);
  const expirySource = grant?.expirySource;
  const refused = theirs.flatMap(({ diagnosis }) => diagnosis?.details.grantedScopes ?? []);
  const grantedScopes = grant?.scopes ?? (refused.length > 0 ? [...new Set(refused)] : undefined);
  return {
    name,
    state,
    ...(reason !== undefined && { reason }),
    ...(grant?.expiresAt !== undefined && { expiresAt: grant.expiresAt }),
    ...(expirySource && { expirySource }),
    ...(grantedScopes && { grantedScopes }),
    ...((missingScopes.length > 0 || (grantedScopes && credential.scopes)) && { missingScopes }),
    ...(unused && unused.length > 0 && { unusedScopes: unused }),
    ...(grantedScopes === undefined && credential.scopes && !isUnusable && !isDead && { scopesNotListed: true }),
    ...(grant?.identity !== undefined && { identity: grant.identity }),
    ...(asking && { calls: asking.calls }),
    ...(isUnusable && { unusable: true }),
  };
}

function stateOf(
  results: readonly RunResult[],
  grant: Partial<Grant> | undefined,
  missingScopes: readonly string[],
  { expiryWarningDays }: AlertsConfig,
  now: number,
): { state: CredentialStateName; reason?: string } {
  if (results.length === 0) return { state: 'unknown', reason: 'nobody has used it' };
  const unreadable = results.find(({ credentialUnreadable }) => credentialUnreadable !== undefined);
  if (unreadable?.credentialUnreadable !== undefined)
    return { state: 'unknown', reason: unreadable.credentialUnreadable };
  const blamed = STATE_OF_CAUSE.find(([cause]) => results.some(({ diagnosis }) => diagnosis?.cause === cause));
  if (blamed) {
    const [cause, state] = blamed;
    const [why] = results.find(({ diagnosis }) => diagnosis?.cause === cause)?.diagnosis?.evidence ?? [];
    // Of scopes the list of those that are missing says more.
    return why === undefined || state === 'under-scoped' ? { state } : { state, reason: `${why.where}: ${why.what}` };
  }
  if (missingScopes.length > 0) return { state: 'under-scoped' };
  if (isExpiring(grant, now, expiryWarningDays)) return { state: 'expiring' };
  if (results.some(({ outcome }) => outcome === 'ok')) return { state: 'ok' };
  return { state: 'unknown', reason: 'nobody said whether it is alive: no answer to a probe, and no provider to ask' };
}

/** Whether a warning would be sent, or its end is past. A token that is minted renews itself: its end is nobody's worry. */
function isExpiring(grant: Partial<Grant> | undefined, now: number, warningDays: readonly number[]): boolean {
  if (grant?.expiresAt === undefined || grant.expirySource === 'minted' || warningDays.length === 0) return false;
  return grant.expiresAt * 1_000 <= now || stepExpiry(undefined, { evidence: [], ...grant }, now, warningDays).due;
}

/** What some refusal asked for or a reading of the grant did not show. */
function missing(results: readonly RunResult[], grant: Partial<Grant> | undefined): readonly string[] {
  const asked = results.flatMap(({ diagnosis }) =>
    diagnosis?.cause === 'scope-missing' ? (diagnosis.details.missingScopes ?? []) : [],
  );
  return [...new Set([...(grant?.missingScopes ?? []), ...asked])];
}

/** What all results tell together, the newest last. */
function knownGrant(results: readonly RunResult[]): Partial<Grant> | undefined {
  const grants = results.toSorted((a, b) => a.observedAt - b.observedAt).flatMap(({ grant }) => grant ?? []);
  return grants.reduce<Partial<Grant> | undefined>((known, grant) => overlaid(known, grant), undefined);
}
