import type { Authorisation, CredentialProblem } from '../authorisation.ts';
import type { MintOutcome } from './minted.ts';

/** How long a failure stands, so that the probes of one moment ask once; shorter than between two runs of a probe. */
const FAILURE_KEPT_MS = 15_000;

/** How soon a token that was minted because of a refusal may be replaced for another refusal: minting does not help. */
const FORCED_REST_MS = 60_000;

export interface ToKeep {
  /** What the token depends on: with any other key it is another token. */
  readonly key: string;
  /** Epoch milliseconds; the API refused what was minted before. */
  readonly refusedAt?: number;
  /** How long a token that was minted because of a refusal serves, whatever is refused; default: a minute. */
  readonly forcedRestMs?: number;
}

interface Entry {
  readonly forced: boolean;
  readonly outcome: Promise<MintOutcome>;
  settled?: { readonly at: number; readonly outcome: MintOutcome };
}

export type MintCache = (kept: ToKeep, mint: () => Promise<MintOutcome>) => Promise<Authorisation | CredentialProblem>;

/**
 * Keeps minted tokens until a little before their end, in memory alone. However many ask at once, one is minted; when
 * many were refused with one token, one more is. A failure is kept for a moment, or for as long as the server asks.
 */
export function mintCache(now: () => number): MintCache {
  const entries = new Map<string, Entry>();

  const start = (key: string, forced: boolean, mint: () => Promise<MintOutcome>): Entry => {
    for (const [other, { settled }] of entries) if (settled && now() >= goodUntil(settled)) entries.delete(other);
    const entry: Entry = { forced, outcome: mint() };
    entries.set(key, entry);
    entry.outcome.then(
      (outcome) => {
        entry.settled = { at: now(), outcome };
      },
      () => {
        if (entries.get(key) === entry) entries.delete(key);
      },
    );
    return entry;
  };

  return async ({ key, refusedAt, forcedRestMs = FORCED_REST_MS }, mint) => {
    const held = entries.get(key);
    const serves = held !== undefined && isGood(held, now(), refusedAt, forcedRestMs);
    const outcome = await (serves ? held : start(key, refusedAt !== undefined, mint)).outcome;
    return 'problem' in outcome ? outcome.problem : outcome.authorisation;
  };
}

function isGood({ settled, forced }: Entry, now: number, refusedAt: number | undefined, forcedRestMs: number): boolean {
  if (settled === undefined) return true;
  if (now >= goodUntil(settled)) return false;
  if (refusedAt === undefined || 'problem' in settled.outcome || settled.outcome.mintedAt >= refusedAt) return true;
  return forced && now - settled.at < forcedRestMs;
}

function goodUntil({ at, outcome }: NonNullable<Entry['settled']>): number {
  return 'problem' in outcome ? (outcome.retryAt ?? at + FAILURE_KEPT_MS) : outcome.usableUntil;
}
