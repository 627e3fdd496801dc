import type { RefreshTokenCredential } from '../../../config/types.ts';
import { scopesIn } from '../../../grants/reading.ts';
import type { CredentialProblem } from '../../authorisation.ts';
import { marginMs } from '../../minting/lifetime.ts';
import { jsonFields, listed } from '../../secret-json.ts';
import { clientIn, NO_JSON, type OAuthClient, textIn } from '../client.ts';
import type { TokenResponse } from '../token-response.ts';

/** What a secret with a refresh token holds. */
export interface StoredPair {
  readonly refreshToken: string;
  readonly client: OAuthClient;
  readonly accessToken?: string;
  /** Of the access token, epoch milliseconds. */
  readonly expiresAt?: number;
  /** How long the access token lived when it was new, milliseconds. */
  readonly lifeMs?: number;
  readonly scopes?: readonly string[];
  /** End of the refresh token, epoch milliseconds. */
  readonly refreshEndsAt?: number;
  /** The whole secret, where it is a JSON object. */
  readonly whole?: Readonly<Record<string, unknown>>;
}

/** Names of the same field: the standard's, which is also written where none is there, and camel case. */
const NAMES = {
  refreshToken: ['refresh_token', 'refreshToken'],
  accessToken: ['access_token', 'accessToken'],
  expiresAt: ['expires_at', 'expiresAt'],
  expiresIn: ['expires_in', 'expiresIn'],
  scope: ['scope'],
  refreshEndsAt: ['refresh_token_expires_at', 'refreshTokenExpiresAt'],
} as const;

/**
 * Reads a secret with a refresh token: JSON with it and its client, or, with the client configured, the token alone.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-5.1 (names of the fields)
 */
export function readStoredPair(secret: string, credential: RefreshTokenCredential): StoredPair | CredentialProblem {
  const whole = jsonFields(secret);
  if (whole === undefined && secret.trimStart().startsWith('{')) return { problem: NO_JSON };
  const refreshToken = whole === undefined ? secret.trim() : textIn(whole, NAMES.refreshToken);
  if (refreshToken === undefined || refreshToken === '') {
    const found = whole === undefined ? 'is empty' : `is a JSON object with ${listed(Object.keys(whole))}`;
    return { problem: `the secret ${found}: it needs a "refresh_token"` };
  }
  const client = clientOf(whole, credential);
  if ('problem' in client) return client;
  const accessToken = whole && textIn(whole, NAMES.accessToken);
  const expiresAt = whole && timeIn(fieldIn(whole, NAMES.expiresAt));
  const life = whole && Number(fieldIn(whole, NAMES.expiresIn));
  const refreshEndsAt = whole && timeIn(fieldIn(whole, NAMES.refreshEndsAt));
  const scope = whole && textIn(whole, NAMES.scope);
  const scopes = scope === undefined ? undefined : scopesIn(scope.split(/[\s,]+/));
  return {
    refreshToken,
    client,
    ...(accessToken !== undefined && { accessToken }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(life !== undefined && life > 0 && { lifeMs: life * 1_000 }),
    ...(refreshEndsAt !== undefined && { refreshEndsAt }),
    ...(scopes && scopes.length > 0 && { scopes }),
    ...(whole && { whole }),
  };
}

/** A refresh token alone is never taken for its client's secret. */
function clientOf(
  whole: Readonly<Record<string, unknown>> | undefined,
  { clientId: configured, clientAuth }: RefreshTokenCredential,
): OAuthClient | CredentialProblem {
  const isThere = ['client_id', 'clientId', 'client_secret', 'clientSecret', 'private_key', 'web', 'installed'];
  const stored = whole && isThere.some((name) => name in whole) ? clientIn(whole) : {};
  if ('problem' in stored) return stored;
  const clientId = configured ?? stored.clientId;
  if (clientId === undefined)
    return { problem: 'no client id is known: configure clientId, or add "client_id" to the secret' };
  const { clientSecret, key } = stored;
  return {
    clientId,
    ...(clientSecret !== undefined && { clientSecret }),
    ...(key && { key }),
    ...(clientAuth && { method: clientAuth }),
    secrets: [...(clientSecret === undefined ? [] : [clientSecret]), ...(key?.secrets ?? [])],
  };
}

/** Whether the stored access token is good for a while yet. */
export function isFresh({ accessToken, expiresAt, lifeMs }: StoredPair, now: number): boolean {
  return accessToken !== undefined && expiresAt !== undefined && expiresAt - marginMs(lifeMs ?? Infinity) > now;
}

/** Everything in it that must be redacted. */
export function secretsOf({ refreshToken, accessToken, client }: StoredPair): readonly string[] {
  return [refreshToken, ...(accessToken === undefined ? [] : [accessToken]), ...client.secrets];
}

/**
 * The secret with what a refresh gave in place of what it cost. Everything else in it stays, and so does the form of
 * what is replaced; the end of the access token is there for whoever reads it next, so that he need not refresh.
 *
 * @param usableUntil of the access token, epoch milliseconds
 */
export function withNewPair(
  secret: string,
  whole: Readonly<Record<string, unknown>>,
  { accessToken, refreshToken, lifeSeconds, grant, secretGrant }: TokenResponse,
  now: number,
  usableUntil: number,
): string {
  const endsAt = lifeSeconds === undefined ? usableUntil : now + lifeSeconds * 1_000;
  const refreshEndsAt = secretGrant?.expiresAt && secretGrant.expiresAt.value * 1_000;
  const changes: readonly (readonly [readonly string[], unknown])[] = [
    [NAMES.refreshToken, refreshToken],
    [NAMES.accessToken, accessToken],
    [NAMES.expiresAt, inFormOf(fieldIn(whole, NAMES.expiresAt), endsAt)],
    [NAMES.expiresIn, Math.round((endsAt - now) / 1_000)],
    [NAMES.scope, grant.scopes?.value.join(' ')],
    [NAMES.refreshEndsAt, refreshEndsAt && inFormOf(fieldIn(whole, NAMES.refreshEndsAt), refreshEndsAt)],
  ];
  const fields = { ...whole };
  for (const [names, value] of changes) {
    const name = names.find((one) => one in whole) ?? names[0];
    if (name !== undefined && value !== undefined) fields[name] = value;
  }
  return JSON.stringify(fields, undefined, secret.includes('\n') ? 2 : undefined);
}

/** Epoch seconds, as most write them, unless the secret has milliseconds, text or a date there. */
function inFormOf(before: unknown, at: number): unknown {
  if (typeof before === 'number' && before > MAX_SECONDS) return at;
  if (typeof before !== 'string') return Math.floor(at / 1_000);
  return /^\d+$/.test(before) ? String(Math.floor(at / 1_000)) : new Date(at).toISOString();
}

/** Above this a time counts milliseconds: as seconds it would be in the year 5138. */
const MAX_SECONDS = 1e11;

/** Epoch milliseconds of a time in seconds, in milliseconds, as text or as a date. */
function timeIn(value: unknown): number | undefined {
  const isNumeric = typeof value === 'number' || (typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value));
  if (isNumeric) return Number(value) > MAX_SECONDS ? Number(value) : Number(value) * 1_000;
  const date = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : date;
}

function fieldIn(whole: Readonly<Record<string, unknown>>, names: readonly string[]): unknown {
  return names.map((name) => whole[name]).find((value) => value !== undefined);
}
