import type { AlertsConfig, CredentialConfig } from './config/types.ts';
import type { Cause } from './diagnosis/causes.ts';
import type { ExpirySource, Grant } from './grants/grant.ts';
import type { RunResult } from './run-result.ts';

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
  /** Why the state is `unknown`, for people. */
  readonly reason?: string;
  /** Epoch seconds. */
  readonly expiresAt?: number;
  readonly expirySource?: ExpirySource;
  readonly grantedScopes?: readonly string[];
  readonly missingScopes?: readonly string[];
  readonly identity?: string;
}

/** What a refusal makes of the credential, worst first. */
const STATE_OF_CAUSE: readonly (readonly [Cause, CredentialStateName])[] = [
  ['credential-expired', 'expired'],
  ['credential-revoked', 'revoked'],
  ['credential-invalid', 'invalid'],
  ['signature-invalid', 'invalid'],
  ['scope-missing', 'under-scoped'],
];

const SECONDS_A_DAY = 24 * 60 * 60;

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
  const grant = newestGrant(theirs);
  const missingScopes = missing(theirs, grant);
  const { state, reason } = stateOf(theirs, grant, missingScopes, alerts, now);
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
    ...(grant?.identity !== undefined && { identity: grant.identity }),
  };
}

function stateOf(
  results: readonly RunResult[],
  grant: Grant | undefined,
  missingScopes: readonly string[],
  { expiryWarningDays }: AlertsConfig,
  now: number,
): { state: CredentialStateName; reason?: string } {
  if (results.length === 0) return { state: 'unknown', reason: 'no probe has used it' };
  const unreadable = results.find(({ credentialUnreadable }) => credentialUnreadable !== undefined);
  if (unreadable?.credentialUnreadable !== undefined)
    return { state: 'unknown', reason: unreadable.credentialUnreadable };
  const blamed = STATE_OF_CAUSE.find(([cause]) => results.some(({ diagnosis }) => diagnosis?.cause === cause));
  if (blamed) return { state: blamed[1] };
  if (missingScopes.length > 0) return { state: 'under-scoped' };
  const daysLeft =
    grant?.expiresAt === undefined ? Number.POSITIVE_INFINITY : (grant.expiresAt - now / 1000) / SECONDS_A_DAY;
  if (daysLeft <= Math.max(...expiryWarningDays)) return { state: 'expiring' };
  if (results.some(({ outcome }) => outcome === 'ok')) return { state: 'ok' };
  return { state: 'unknown', reason: 'no probe got an answer that says' };
}

/** What some refusal asked for or a reading of the grant did not show. */
function missing(results: readonly RunResult[], grant: Grant | undefined): readonly string[] {
  const asked = results.flatMap(({ diagnosis }) =>
    diagnosis?.cause === 'scope-missing' ? (diagnosis.details.missingScopes ?? []) : [],
  );
  return [...new Set([...(grant?.missingScopes ?? []), ...asked])];
}

function newestGrant(results: readonly RunResult[]): Grant | undefined {
  return results.toSorted((a, b) => b.observedAt - a.observedAt).find(({ grant }) => grant !== undefined)?.grant;
}
