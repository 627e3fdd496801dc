import { type GrantReading, plausibleTime, quoted, type Stated, scopesIn } from './reading.ts';

/** Characters of the longest token that is looked into; as much as a secret may hold. */
const MAX_TOKEN_LENGTH = 65_536;

/** Above this a time counts milliseconds: as seconds it would be in the year 5138. */
const MAX_SECONDS = 1e11;

/** Claims that list what a token may do: the standard's, and Okta's, Entra's and Auth0's names for it. */
const SCOPE_CLAIMS = ['scope', 'scp', 'scopes', 'roles', 'permissions'] as const;

/** Claims that say whom a token speaks for, the most exact first. */
const IDENTITY_CLAIMS = ['sub', 'client_id', 'azp', 'appid'] as const;

/**
 * What a token claims about itself, when it is a JWT; `undefined` when it is not. Its signature is not verified: the
 * server does that, and a token that lies about itself is refused there. Never throws.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1
 * @see https://www.rfc-editor.org/rfc/rfc9068#section-2.2
 */
export function readJwt(token: string): GrantReading | undefined {
  const claims = decodeClaims(token);
  if (claims === undefined) return undefined;
  const expiresAt = timeClaim(claims, 'exp');
  const issuedAt = timeClaim(claims, 'iat');
  const scopes = scopeClaims(claims);
  const identity = identityClaim(claims);
  return {
    source: 'claimed',
    ...(expiresAt && { expiresAt }),
    ...(issuedAt && { issuedAt }),
    ...(scopes && { scopes }),
    ...(identity && { identity }),
  };
}

type Claims = Readonly<Record<string, unknown>>;

/** The payload of a signed token in compact form; one of five parts is encrypted, and an opaque one may have dots too. */
export function decodeClaims(token: string): Claims | undefined {
  const parts = token.length <= MAX_TOKEN_LENGTH ? token.split('.') : [];
  const [header, payload] = parts.map(decodeObject);
  return parts.length === 3 && typeof header?.alg === 'string' ? payload : undefined;
}

function decodeObject(part: string): Claims | undefined {
  if (!/^[\w-]+$/.test(part)) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function timeClaim(claims: Claims, name: 'exp' | 'iat'): Stated<number> | undefined {
  const claim = claims[name];
  const isTime = typeof claim === 'number' || (typeof claim === 'string' && /^\d{1,16}$/.test(claim));
  const value = isTime ? plausibleTime(Number(claim) > MAX_SECONDS ? Number(claim) / 1_000 : Number(claim)) : undefined;
  if (value === undefined) return undefined;
  const date = new Date(value * 1_000).toISOString().replace('.000Z', 'Z');
  return { value, evidence: { where: `token claim ${name}`, what: `${claim} (${date})` } };
}

/** All that the claims list together; unknown without any of them, or when one is of no known form. */
function scopeClaims(claims: Claims): Stated<readonly string[]> | undefined {
  const names = SCOPE_CLAIMS.filter((name) => Object.hasOwn(claims, name));
  const value = scopesIn(names.flatMap((name) => listOf(claims[name]) ?? ['not a scope']));
  if (names.length === 0 || value === undefined) return undefined;
  return { value, evidence: { where: `token claim ${names.join(', ')}`, what: quoted(value.join(' ')) || '(empty)' } };
}

function listOf(claim: unknown): readonly string[] | undefined {
  if (typeof claim === 'string') return claim.split(/[\s,]+/);
  return Array.isArray(claim) && claim.every((item) => typeof item === 'string') ? claim : undefined;
}

function identityClaim(claims: Claims): Stated<string> | undefined {
  for (const name of IDENTITY_CLAIMS) {
    const claim = claims[name];
    if (typeof claim !== 'string' || claim === '') continue;
    return { value: quoted(claim), evidence: { where: `token claim ${name}`, what: quoted(claim) } };
  }
  return undefined;
}
