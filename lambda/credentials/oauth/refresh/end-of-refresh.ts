import { type GrantReading, plausibleTime, quoted } from '../../../grants/reading.ts';
import { lifeSeconds } from '../../minting/lifetime.ts';

/**
 * Fields in which servers say for how long the refresh token is good; no standard has one. Zero is what some say of one
 * that does not end.
 *
 * @see https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/refreshing-user-access-tokens
 * @see https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens
 * @see https://www.keycloak.org/docs-api/latest/javadocs/org/keycloak/representations/AccessTokenResponse.html (`refresh_expires_in`)
 */
const FIELDS = ['refresh_token_expires_in', 'refresh_expires_in'] as const;

/**
 * When the refresh token ends, as a token response says it; absent where it does not. One that came with the response
 * is as old as that: it is not warned of by days that it never had.
 */
export function endOfRefresh(json: Readonly<Record<string, unknown>>, now: number): GrantReading | undefined {
  for (const field of FIELDS) {
    const seconds = lifeSeconds(json[field]);
    const end = seconds === undefined ? undefined : plausibleTime(now / 1_000 + seconds);
    const issuedAt = typeof json.refresh_token === 'string' ? now : undefined;
    if (end !== undefined) return readingOf(end, issuedAt, `token response ${field}`, `${seconds} s`);
  }
  return undefined;
}

/**
 * The same as it stands in the secret, where an earlier refresh has put it.
 *
 * @param at epoch milliseconds
 * @param issuedAt of the access token beside it, epoch milliseconds: both came together
 */
export function storedEndOfRefresh(at: number | undefined, issuedAt: number | undefined): GrantReading | undefined {
  const end = at === undefined ? undefined : plausibleTime(at / 1_000);
  return end === undefined ? undefined : readingOf(end, issuedAt, 'secret refresh_token_expires_at', String(end));
}

function readingOf(value: number, issuedAtMs: number | undefined, where: string, what: string): GrantReading {
  const issuedAt = issuedAtMs === undefined ? undefined : plausibleTime(issuedAtMs / 1_000);
  const date = new Date(value * 1_000).toISOString().replace('.000Z', 'Z');
  return {
    source: 'reported',
    ofSecret: true,
    ...(issuedAt !== undefined && { issuedAt: { value: issuedAt, evidence: { where, what: quoted(what) } } }),
    expiresAt: { value, evidence: { where, what: quoted(`${what} (${date})`) } },
  };
}
