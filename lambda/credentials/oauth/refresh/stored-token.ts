import type { RefreshTokenCredential } from '../../../config/types.ts';
import { plausibleTime } from '../../../grants/reading.ts';
import { keptMs } from '../../minting/lifetime.ts';
import type { MintDeps, Minted, MintOutcome, NotMinted } from '../../minting/minted.ts';
import type { ToMint } from '../../minting/to-mint.ts';
import { storedEndOfRefresh } from './end-of-refresh.ts';
import { isFresh, type StoredPair, secretsOf } from './stored-pair.ts';

/** What a process has handed to its probes. */
export interface GivenOut {
  /** The access token that was last given out. */
  given?: string;
}

type Input = ToMint<RefreshTokenCredential>;

/**
 * The access token in the secret, where it is good for a while yet and is not the one that the API refused.
 */
export function readyToken(
  stored: StoredPair,
  { credential, refusedAt }: Input,
  { given }: GivenOut,
  deps: MintDeps,
): Minted | undefined {
  const isRefused = refusedAt !== undefined && stored.accessToken === given;
  if (isRefused || !isFresh(stored, deps.now())) return undefined;
  const { lifeMs, expiresAt = 0 } = stored;
  const left = expiresAt - deps.now();
  return asMinted(stored, credential, deps.now(), deps.now() + Math.min(left, keptMs((lifeMs ?? left) / 1_000)));
}

/** When nobody knows whether the token is spent, it is left alone for as long as the access token lasts. */
export function afterLoss(
  outcome: NotMinted,
  stored: StoredPair,
  { credential, refusedAt }: Input,
  { given }: GivenOut,
  deps: MintDeps,
): MintOutcome {
  const { accessToken, expiresAt = 0 } = stored;
  const isRefused = refusedAt !== undefined && accessToken === given;
  if (!outcome.lost || accessToken === undefined || isRefused || expiresAt <= deps.now()) return outcome;
  return asMinted(stored, credential, deps.now(), expiresAt);
}

function asMinted(stored: StoredPair, { scheme }: RefreshTokenCredential, now: number, usableUntil: number): Minted {
  const { accessToken = '', expiresAt = 0, lifeMs, scopes } = stored;
  const end = plausibleTime(expiresAt / 1_000);
  const secretGrant = storedEndOfRefresh(stored.refreshEndsAt, lifeMs && expiresAt - lifeMs);
  return {
    authorisation: {
      headers: { authorization: `${scheme} ${accessToken}`.trim() },
      query: {},
      secrets: secretsOf(stored),
      token: accessToken,
      grant: {
        source: 'minted',
        ...(end !== undefined && {
          expiresAt: {
            value: end,
            evidence: { where: 'secret expires_at', what: new Date(end * 1_000).toISOString() },
          },
        }),
        ...(scopes && { scopes: { value: scopes, evidence: { where: 'secret scope', what: scopes.join(' ') } } }),
      },
      ...(secretGrant && { secretGrant }),
    },
    mintedAt: now,
    usableUntil,
  };
}
