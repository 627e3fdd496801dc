import { randomUUID } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';
import type { SigningKey } from './private-key.ts';

/** How far back `iat` is set, for servers whose clock is behind ours. */
const BACKDATE_SECONDS = 10;

export interface ToSign {
  readonly claims: JWTPayload;
  /** What the server is believed to take for now, epoch milliseconds. */
  readonly clock: number;
  /** From then on, seconds; some servers take a minute at most, and our clock may be ahead of theirs. Default: 30. */
  readonly lifeSeconds?: number;
  readonly backdateSeconds?: number;
}

/**
 * A signed assertion, with an id of its own.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7523#section-3
 */
export function signJwt(
  { key, alg, kid, thumbprints }: SigningKey,
  { claims, clock, lifeSeconds = 30, backdateSeconds = BACKDATE_SECONDS }: ToSign,
): Promise<string> {
  const seconds = Math.floor(clock / 1_000);
  return new SignJWT({ iat: seconds - backdateSeconds, exp: seconds + lifeSeconds, jti: randomUUID(), ...claims })
    .setProtectedHeader({ alg, typ: 'JWT', ...(kid !== undefined && { kid }), ...thumbprints })
    .sign(key);
}
