import { type Random, randomOf } from './random.ts';

export const HOUR = 60 * 60_000;
export const DAY = 24 * HOUR;
export const START = Date.UTC(2026, 0, 5);
/** How long a life is watched. */
export const LENGTH = 40 * DAY;

/**
 * How a credential tells of itself: in a header of every answer, when its provider is asked, in its own claims, not at
 * all; or it is a client's secret, which tokens of an hour are minted with.
 */
export const STYLES = ['reported', 'asked', 'claimed', 'silent', 'minted'] as const;
export type Style = (typeof STYLES)[number];

/** One token that was stored, and what truly becomes of it. Times are epoch milliseconds. */
export interface Token {
  readonly value: string;
  readonly storedAt: number;
  /** Absent: it never ends by itself. */
  readonly expiresAt?: number;
  readonly revokedAt?: number;
  /** It was stored wrong: no server ever accepts it. */
  readonly isWrong?: boolean;
  /** From when on it has how many of its three scopes. */
  readonly scopesLost?: { readonly from: number; readonly until: number };
}

export interface Window {
  readonly from: number;
  readonly until: number;
}

/** All that happens to one credential, decided beforehand. */
export interface Life {
  readonly seed: number;
  readonly style: Style;
  /** In the order in which they are stored. */
  readonly tokens: readonly Token[];
  /** The API answers 503, or not at all. */
  readonly outages: readonly Window[];
  /** Moments in which the API refuses one call for no reason. */
  readonly oddAt: readonly number[];
  /** How many of a hundred answers get lost. */
  readonly lostPercent: number;
  /** How far the API's clock is ahead of ours. */
  readonly skewMs: number;
  /** The revoked token is refused as any unknown one, not by name. */
  readonly isTerse: boolean;
}

export function lifeOf(seed: number): Life {
  const random = randomOf(seed);
  const style = random.pick(STYLES);
  return {
    seed,
    style,
    tokens: tokensOf(random, style),
    outages: windows(random, random.between(0, 2), 2 * HOUR, 30 * HOUR),
    // A day or more apart: two odd answers in a row are what no monitor can tell from an end.
    oddAt: Array.from({ length: random.between(0, 4) }, (_, n) => START + (n * 10 + random.between(1, 9)) * DAY),
    lostPercent: random.pick([0, 0, 2, 8]),
    skewMs: random.pick([0, 0, 3, -3, 9, -9]) * 60_000,
    isTerse: random.chance(0.7),
  };
}

function tokensOf(random: Random, style: Style): readonly Token[] {
  const tokens: Token[] = [];
  let storedAt = START;
  for (let count = 1; storedAt < START + LENGTH && count < 6; count++) {
    const lifeMs = random.pick([3, 8, 16, 33, 90]) * DAY + random.between(0, 23) * HOUR;
    const expiresAt = random.chance(0.75) ? storedAt + lifeMs : undefined;
    const revokedAt = random.chance(0.3) ? storedAt + random.between(6, 40 * 24) * HOUR : undefined;
    const lostFrom = storedAt + random.between(2, 20) * DAY;
    const lostUntil = lostFrom + random.between(2, 10) * DAY;
    const isWrong = count > 1 && random.chance(0.15);
    tokens.push({
      value: `token-${count}-${Math.floor(random.next() * 1e9).toString(36)}`,
      storedAt,
      ...(expiresAt && { expiresAt }),
      ...(revokedAt && { revokedAt }),
      ...(isWrong && { isWrong }),
      ...((style === 'reported' || style === 'asked') &&
        random.chance(0.3) && { scopesLost: { from: lostFrom, until: lostUntil } }),
    });
    // A person acts before the end, or some days after it, or does not care for a while.
    const end = Math.min(expiresAt ?? Number.POSITIVE_INFINITY, revokedAt ?? Number.POSITIVE_INFINITY);
    const isPrudent = random.chance(0.5);
    const next = Number.isFinite(end)
      ? end + (isPrudent ? -random.between(1, 40) : random.between(20, 96)) * HOUR
      : storedAt + random.between(10, 40) * DAY;
    storedAt = Math.max(storedAt + 30 * HOUR, isWrong ? storedAt + random.between(30, 80) * HOUR : next);
  }
  return tokens;
}

function windows(random: Random, count: number, minMs: number, maxMs: number): readonly Window[] {
  return Array.from({ length: count }, () => {
    const from = START + random.between(1, LENGTH / HOUR - 48) * HOUR;
    return { from, until: from + random.between(minMs / HOUR, maxMs / HOUR) * HOUR };
  });
}

export function isIn(at: number, { from, until }: Window): boolean {
  return at >= from && at < until;
}

/** The token that is stored at a time, and the one before it. */
export function storedAt({ tokens }: Life, at: number): { readonly current: Token; readonly previous?: Token } {
  const stored = tokens.filter((token) => token.storedAt <= at);
  const [previous, current = tokens[0]] = stored.slice(-2).length === 2 ? stored.slice(-2) : [undefined, stored[0]];
  if (current === undefined) throw new Error('a life has a token');
  return previous ? { current, previous } : { current };
}

/** Whether the API lets the token in at a time. */
export function isAlive({ expiresAt, revokedAt, isWrong }: Token, at: number): boolean {
  if (isWrong) return false;
  return at < (expiresAt ?? Number.POSITIVE_INFINITY) && at < (revokedAt ?? Number.POSITIVE_INFINITY);
}
