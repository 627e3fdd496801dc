import { setTimeout as sleep } from 'node:timers/promises';
import type { RefreshTokenCredential } from '../../../config/types.ts';
import type { Leases } from '../../../ports.ts';
import { type MintOutcome, noToken } from '../../minting/minted.ts';
import type { ToMint } from '../../minting/to-mint.ts';
import { extendLease, leaseOf } from './save.ts';

/** Longer than a refresh and the writing of what it gave. */
const LEASE_MS = 90_000;

/** How long, and how often, another process is given the time to refresh. */
const WAITS = 16;
const WAIT_MS = 500;

export interface Alone {
  /** What another process has done meanwhile, if it is as good. */
  readonly instead: () => Promise<MintOutcome | undefined>;
  readonly work: () => Promise<MintOutcome>;
  /** Whether nobody else may have the lease after the work. */
  readonly mustKeep: () => boolean;
}

/** Works as the only process that uses a secret's refresh token, unless another one gets a token first. */
export async function underLease(
  { credential: { secret }, deadline }: ToMint<RefreshTokenCredential>,
  { leases, now }: { readonly leases: Leases; readonly now: () => number },
  { instead, work, mustKeep }: Alone,
): Promise<MintOutcome> {
  const lease = leaseOf(secret);
  for (let waited = 0; !(await leases.take(lease, LEASE_MS)); waited += 1) {
    const other = await instead();
    if (other !== undefined) return other;
    if (waited === WAITS || now() + WAIT_MS > deadline) return noToken(HELD, { retryAt: now() });
    await sleep(WAIT_MS);
  }
  try {
    return await work();
  } finally {
    if (mustKeep()) await extendLease(secret, { leases });
    else await leases.release(lease).catch(() => {});
  }
}

const HELD =
  'another process holds the refresh token and has stored no new access token yet: it is looked for at the next run';
