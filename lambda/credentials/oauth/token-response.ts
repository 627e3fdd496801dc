import { type GrantReading, plausibleTime, quoted, type Stated, scopesIn } from '../../grants/reading.ts';
import type { Authorisation } from '../authorisation.ts';
import { keptMs, lifeSeconds } from '../minting/lifetime.ts';
import { type Minted, type NotMinted, noToken } from '../minting/minted.ts';
import { endOfRefresh } from './refresh/end-of-refresh.ts';

/** What a token endpoint gave. */
export interface TokenResponse {
  readonly accessToken: string;
  /** Whole seconds; absent where it is not told, or cannot be meant. */
  readonly lifeSeconds?: number;
  /** Another one to use from now on. */
  readonly refreshToken?: string;
  readonly grant: GrantReading;
  /** What it says of the refresh token. */
  readonly secretGrant?: GrantReading;
}

const MAX_TOKEN_LENGTH = 65_536;

/** Types of token that take more than a header: a key that signs each request, or no access at all. */
const UNUSABLE_TYPE = /^(?:dpop|mac|pop|n_a)$/i;

/**
 * Reads a successful response of a token endpoint; what it says of itself in the standard's fields is the grant.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-5.1
 */
export function readTokenResponse(
  json: Readonly<Record<string, unknown>>,
  url: string,
  now: number,
): TokenResponse | NotMinted {
  const { access_token: accessToken, token_type: type, refresh_token: refreshToken } = json;
  if (typeof accessToken !== 'string' || accessToken === '') {
    return noToken(`the token endpoint ${url} answered without an access_token: see whether its grant gives one`, {
      lost: true,
    });
  }
  if (accessToken.length > MAX_TOKEN_LENGTH || !/^[\x21-\x7e]+$/.test(accessToken)) {
    return noToken(`the token endpoint ${url} gives an access_token that no header can carry`, { lost: true });
  }
  if (typeof type === 'string' && UNUSABLE_TYPE.test(type)) {
    return noToken(
      `the token endpoint ${url} gives a token of type ${quoted(type)}, which takes more than a header: let it give bearer tokens`,
      { lost: true },
    );
  }
  const seconds = lifeSeconds(json.expires_in);
  const secretGrant = endOfRefresh(json, now);
  return {
    accessToken,
    ...(seconds !== undefined && { lifeSeconds: seconds }),
    ...(typeof refreshToken === 'string' && refreshToken !== '' && { refreshToken }),
    grant: grantIn(json, seconds, now),
    ...(secretGrant && { secretGrant }),
  };
}

/** The token as what requests carry, kept until shortly before its end. */
export function mintedFrom(
  { accessToken, lifeSeconds: seconds, grant, secretGrant, refreshToken }: TokenResponse,
  { scheme, secrets, now }: { readonly scheme: string; readonly secrets: readonly string[]; readonly now: number },
): Minted {
  const all = [accessToken, ...(refreshToken === undefined ? [] : [refreshToken]), ...secrets];
  const authorisation: Authorisation = {
    headers: { authorization: `${scheme} ${accessToken}`.trim() },
    query: {},
    secrets: all.filter((secret) => secret !== ''),
    token: accessToken,
    grant,
    ...(secretGrant && { secretGrant }),
  };
  return { authorisation, mintedAt: now, usableUntil: now + keptMs(seconds) };
}

function grantIn(json: Readonly<Record<string, unknown>>, seconds: number | undefined, now: number): GrantReading {
  const issuedAt = plausibleTime(now / 1_000);
  const expiresAt = seconds === undefined ? undefined : plausibleTime(now / 1_000 + seconds);
  const scopes = scopeIn(json.scope);
  const identity = identityIn(json);
  return {
    source: 'minted',
    ...(expiresAt !== undefined && {
      expiresAt: { value: expiresAt, evidence: { where: 'token response expires_in', what: `${seconds} s` } },
    }),
    ...(issuedAt !== undefined && {
      issuedAt: {
        value: issuedAt,
        evidence: { where: 'token response', what: `given at ${new Date(issuedAt * 1_000).toISOString()}` },
      },
    }),
    ...(scopes && { scopes }),
    ...(identity && { identity }),
  };
}

/** What was granted; a response without it may grant all that was asked for or what it likes, so it says nothing. */
function scopeIn(scope: unknown): Stated<readonly string[]> | undefined {
  const parts = typeof scope === 'string' ? scope.split(/[\s,]+/) : scope;
  if (!Array.isArray(parts) || !parts.every((part) => typeof part === 'string')) return undefined;
  const value = scopesIn(parts);
  if (value === undefined || value.length === 0) return undefined;
  return { value, evidence: { where: 'token response scope', what: quoted(value.join(' ')) } };
}

/**
 * Whom the token speaks for: Salesforce's `id` is the URL of the user in its organization.
 *
 * @see https://developer.salesforce.com/docs/platform/mobile-sdk/guide/oauth-using-identity-urls.html
 */
function identityIn({ id }: Readonly<Record<string, unknown>>): Stated<string> | undefined {
  if (typeof id !== 'string' || !/^https:\/\/[^/]+\/id\/\w+\/\w+$/.test(id)) return undefined;
  return { value: quoted(id), evidence: { where: 'token response id', what: quoted(id) } };
}
