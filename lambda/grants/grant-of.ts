import type { CredentialConfig } from '../config/types.ts';
import type { Evidence } from '../diagnosis/diagnosis.ts';
import type { ExpirySource, Grant } from './grant.ts';
import { missingScopes } from './missing-scopes.ts';
import type { GrantProvider } from './provider.ts';
import type { GrantReading } from './reading.ts';

/** What is known of a credential beside an answer. */
export interface KnownOfCredential {
  readonly credential: CredentialConfig;
  /** The credential's value, or what was minted with it, where it is a token. */
  readonly token?: string;
  /** What making it usable told: of the token, and of what is stored. */
  readonly made?: readonly GrantReading[];
  /** Scopes that it has had, by where they were read: to compare with where none are configured. */
  readonly baselines?: Readonly<Record<string, readonly string[]>>;
}

/**
 * The sources of an expiry, the best first. What was minted comes last: a token that renews itself is nobody's worry,
 * while the end of the secret behind it is.
 */
const BEST_FIRST: readonly ExpirySource[] = ['reported', 'claimed', 'declared', 'remembered', 'minted'];

/** Several sources' words made one grant: of each fact the best; `undefined` when none says anything. */
export function grantOf(
  readings: readonly GrantReading[],
  { credential, baselines }: Pick<KnownOfCredential, 'credential' | 'baselines'>,
  provider: GrantProvider | undefined,
): Grant | undefined {
  const isMinted = readings.some(({ source }) => source === 'minted');
  const expiry = readings
    .map((reading) => (isMinted ? ofMintedToken(reading) : reading))
    // A token that is stored ready-made ends by itself, whatever becomes of what it was once made with.
    .filter(({ expiresAt, ofSecret }) => expiresAt !== undefined && (isMinted || !ofSecret))
    .sort((a, b) => BEST_FIRST.indexOf(a.source) - BEST_FIRST.indexOf(b.source))[0];
  const first = <Key extends keyof GrantReading>(key: Key) =>
    readings.find((reading) => reading[key] !== undefined)?.[key];
  const life = first('life');
  const scopes = first('scopes');
  const identity = first('identity');
  // When a token was minted is no start of the secret behind it: its life would seem to have only just begun.
  const isOfSecret = isMinted && expiry !== undefined && expiry.source !== 'minted';
  const issuedAt = expiry?.issuedAt ?? (isOfSecret ? undefined : first('issuedAt'));
  const evidence = [life, expiry?.expiresAt, scopes, identity, issuedAt].flatMap((stated) => stated?.evidence ?? []);
  if (evidence.length === 0) return undefined;
  // What any of them lists is there: a server that is asked names other things than the token's claims may.
  const listed = readings.flatMap((reading) => reading.scopes?.value ?? []);
  const missing = scopes && missingScopes(listed, credential.scopes, baselines?.[placeOf(scopes.evidence)], provider);
  return {
    ...(life && { life: life.value }),
    ...(expiry?.expiresAt && { expiresAt: expiry.expiresAt.value, expirySource: expiry.source }),
    ...(issuedAt && { issuedAt: issuedAt.value }),
    ...(scopes && { scopes: scopes.value, scopesFrom: placeOf(scopes.evidence) }),
    ...(missing && { missingScopes: missing }),
    ...(identity && { identity: identity.value, identityFrom: identity.evidence.where }),
    evidence,
  };
}

/** Where scopes were read: all claims are one place, because a claim whose last scope is lost is often left out. */
function placeOf({ where }: Evidence): string {
  return where.startsWith('token claim ') ? 'token claims' : where;
}

/** What is said of a token that was minted ends with that token, whoever says it. */
function ofMintedToken(reading: GrantReading): GrantReading {
  return reading.ofSecret || reading.source === 'declared' ? reading : { ...reading, source: 'minted' };
}
