import type { Evidence } from '../diagnosis/diagnosis.ts';
import type { ExpirySource } from './grant.ts';
import type { Life } from './life.ts';

/** A value and where it was read. */
export interface Stated<Value> {
  readonly value: Value;
  readonly evidence: Evidence;
}

/** What one source says about a credential; what it does not say is absent. Times are epoch seconds. */
export interface GrantReading {
  readonly source: ExpirySource;
  /** It speaks of the stored secret and not of the token that was minted with it. */
  readonly ofSecret?: boolean;
  readonly life?: Stated<Life>;
  readonly expiresAt?: Stated<number>;
  readonly issuedAt?: Stated<number>;
  readonly scopes?: Stated<readonly string[]>;
  readonly identity?: Stated<string>;
}

const MAX_QUOTED_LENGTH = 200;
const MAX_SCOPES = 1_000;

/** One visible character or more, no space. @see https://www.rfc-editor.org/rfc/rfc6749#section-3.3 */
const SCOPE = /^[\x21-\x7e]{1,256}$/;

const EARLIEST_SECONDS = Date.UTC(2000, 0) / 1_000;
const LATEST_SECONDS = Date.UTC(2200, 0) / 1_000;

/** Whole epoch seconds between 2000 and 2200; anything else is no date that a token could have. */
export function plausibleTime(epochSeconds: number): number | undefined {
  const whole = Math.floor(epochSeconds);
  return whole >= EARLIEST_SECONDS && whole < LATEST_SECONDS ? whole : undefined;
}

/** Scopes without repetitions. Unknown when one is none, or when there are too many: half a list would look like loss. */
export function scopesIn(parts: readonly string[]): readonly string[] | undefined {
  const scopes = new Set(parts.map((part) => part.trim()).filter((part) => part !== ''));
  return scopes.size <= MAX_SCOPES && [...scopes].every((scope) => SCOPE.test(scope)) ? [...scopes] : undefined;
}

/** Text of a server on one line, shortened. */
export function quoted(text: string): string {
  const line = text.slice(0, MAX_QUOTED_LENGTH + 1).replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
  return line.length > MAX_QUOTED_LENGTH ? `${line.slice(0, MAX_QUOTED_LENGTH)}…` : line;
}
