/** How long a token is kept whose end nobody tells. */
const UNKNOWN_LIFE_MS = 5 * 60_000;

/** A token is never trusted for longer, whatever its server says. */
const LONGEST_KEPT_MS = 24 * 60 * 60_000;

/** A longer life is a mistake, or another unit. */
const LONGEST_LIFE_SECONDS = 10 * 365 * 24 * 60 * 60;

const MARGIN_MS = 60_000;

/**
 * The life that a token response states, whole seconds: `expires_in` as a number or as text. Nothing for what cannot
 * be meant: zero is what some servers say of a token that does not end.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-5.1
 */
export function lifeSeconds(expiresIn: unknown): number | undefined {
  const isText = typeof expiresIn === 'string' && /^\s*\d{1,12}(?:\.\d{1,9})?\s*$/.test(expiresIn);
  const seconds = typeof expiresIn === 'number' || isText ? Math.floor(Number(expiresIn)) : Number.NaN;
  return seconds > 0 && seconds <= LONGEST_LIFE_SECONDS ? seconds : undefined;
}

/**
 * How long a token may be used before another is minted, milliseconds: shortly less than its life, at most a day.
 * The margin is a minute, or a tenth of a short life.
 */
export function keptMs(seconds: number | undefined): number {
  if (seconds === undefined) return UNKNOWN_LIFE_MS;
  const lifeMs = seconds * 1_000;
  return Math.min(lifeMs - marginMs(lifeMs), LONGEST_KEPT_MS);
}

/** How long before its end a token is renewed, milliseconds. */
export function marginMs(lifeMs: number): number {
  return Math.min(MARGIN_MS, lifeMs / 10);
}
