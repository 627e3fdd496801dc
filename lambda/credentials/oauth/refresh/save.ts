import { setTimeout as sleep } from 'node:timers/promises';
import type { RefreshTokenCredential } from '../../../config/types.ts';
import type { Leases, SecretWriter } from '../../../ports.ts';
import type { MintDeps } from '../../minting/minted.ts';
import type { ToMint } from '../../minting/to-mint.ts';

/** A pair that could not be written: the token that the store still has is spent. */
export interface Unsaved {
  /** The whole secret, as it is to be. */
  readonly value: string;
  /** The version whose token was spent: it is only written over that one. */
  readonly spentVersion: string;
  /** Epoch milliseconds. */
  triedAt: number;
}

type SavingDeps = Pick<MintDeps, 'now' | 'log' | 'secrets'> & {
  readonly writer: SecretWriter;
  readonly leases: Leases;
};

/** Waits between the tries to write, milliseconds. */
const BACKOFF_MS = [100, 200, 400, 800, 1_600, 3_200];

/** While a pair is not written nobody else may use the one that is stored: as long as a store may be out of order. */
const UNSAVED_LEASE_MS = 15 * 60_000;

/** How often an unwritten pair is tried again. */
const RETRY_MS = 5_000;

/** The lease under which a secret's refresh token is used. */
export function leaseOf(secret: string): string {
  return `refresh ${secret}`;
}

/** Writes the new pair, with as many tries as the run's time allows; false when it must be tried again later. */
export async function savePair(
  { name, credential, deadline }: ToMint<RefreshTokenCredential>,
  value: string,
  spentVersion: string,
  deps: SavingDeps,
): Promise<boolean> {
  // Whoever stored something in the meantime, such as a new login, has the newer one.
  const now = await deps.secrets.readSince(credential.secret, Number.POSITIVE_INFINITY).catch(() => undefined);
  if (now?.version !== undefined && now.version !== spentVersion) return true;
  for (const wait of [...BACKOFF_MS, undefined]) {
    const failed = await write(credential.secret, value, deps);
    if (failed === undefined) return true;
    const mayPass = !failed.isRefused && wait !== undefined && deps.now() + wait < deadline;
    if (mayPass) {
      await sleep(wait);
      continue;
    }
    deps.log('error', 'the new refresh token could not be stored: it is kept in memory and tried again', {
      credential: name,
      secret: credential.secret,
      reason: failed.reason,
    });
    break;
  }
  return false;
}

/** Tries an unwritten pair once more; true when there is nothing left to write, be it that somebody stored another. */
export async function saveNow(secret: string, unsaved: Unsaved, deps: SavingDeps): Promise<boolean> {
  if (deps.now() < unsaved.triedAt + RETRY_MS) return false;
  unsaved.triedAt = deps.now();
  if (!(await extendLease(secret, deps))) return false;
  const read = await deps.secrets.readSince(secret, Number.POSITIVE_INFINITY).catch(() => undefined);
  if (read?.version === undefined) return false;
  const failed = read.version === unsaved.spentVersion ? await write(secret, unsaved.value, deps) : undefined;
  if (failed !== undefined) {
    deps.log('error', 'the new refresh token could still not be stored', { secret, reason: failed.reason });
    return false;
  }
  await deps.leases.release(leaseOf(secret)).catch(() => {});
  return true;
}

/** Keeps others from the token that is spent, while the store still has it. False when somebody else holds the lease. */
export async function extendLease(secret: string, { leases }: Pick<SavingDeps, 'leases'>): Promise<boolean> {
  return leases.take(leaseOf(secret), UNSAVED_LEASE_MS).catch(() => false);
}

/** Why it was not written; nothing when it was. Nothing of the value is in it. */
async function write(
  secret: string,
  value: string,
  { writer, secrets }: SavingDeps,
): Promise<{ readonly reason: string; readonly isRefused: boolean } | undefined> {
  try {
    const { refused } = await writer.write(secret, value);
    if (refused !== undefined) return { reason: refused, isRefused: true };
  } catch (error) {
    return { reason: error instanceof Error ? error.name : 'it failed', isRefused: false };
  }
  // Whoever asks for the secret in this process gets what was written.
  await secrets.readSince(secret, Number.POSITIVE_INFINITY).catch(() => {});
  return undefined;
}
