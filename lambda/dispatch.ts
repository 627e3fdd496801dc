import type { Config } from './config/types.ts';
import type { Log, RunQueue, SlotLedger } from './ports.ts';
import { dueRuns } from './schedule/due.ts';

/** How long one dispatcher may hold a slot before another may take it over. */
export const DISPATCH_LEASE_MS = 50_000;

export interface DispatchDeps {
  readonly config: Config;
  readonly ledger: SlotLedger;
  readonly queue: RunQueue;
  readonly log: Log;
}

/**
 * Queues the runs of one tick, once however often the tick is delivered.
 *
 * Rejects when some runs could not be queued. The slot then stays unfinished, so that the scheduler's retry takes it
 * over; runs that are queued twice by that are recognised by their slot when they are made.
 *
 * @returns how many runs were queued; 0 for a tick that was dispatched before
 */
export async function dispatch(tickStart: number, tickMs: number, deps: DispatchDeps): Promise<number> {
  if (!(await deps.ledger.claim(tickStart, DISPATCH_LEASE_MS))) {
    deps.log('info', 'tick was dispatched before', { tickStart });
    return 0;
  }
  const runs = dueRuns(deps.config, tickStart, tickMs);
  const notQueued = await deps.queue.send(runs);
  if (notQueued.length > 0) throw new Error(`${notQueued.length} of ${runs.length} runs could not be queued`);
  await deps.ledger.finish(tickStart);
  deps.log('info', 'dispatched', { tickStart, runs: runs.length });
  return runs.length;
}
