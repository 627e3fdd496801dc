import type { Config } from '../config/types.ts';
import type { KnownCredential } from '../incidents/known.ts';
import type { DueCheck, Log, RunQueue } from '../ports.ts';
import { ASKED, type RunResult } from '../run-result.ts';

interface AskAgainDeps {
  readonly config: Config;
  readonly queue?: RunQueue;
  readonly now: () => number;
  readonly log: Log;
}

/** How soon an asking that blames a credential is repeated: one odd answer is no end of a token. */
const ASK_AGAIN_MS = 60_000;

/** Queues another asking about each credential that was found dead and not often enough yet. */
export async function askAgain(
  asked: readonly RunResult[],
  checks: readonly DueCheck[],
  known: ReadonlyMap<string, KnownCredential>,
  { config, queue, now, log }: AskAgainDeps,
): Promise<void> {
  const again = asked.flatMap(({ outcome, credential = '' }) => {
    const blamedBefore = known.get(credential)?.blames[ASKED]?.runs ?? 0;
    const repeats = checks.find((check) => check.credential === credential)?.repeats ?? 0;
    // By what is stored, and by what was done: a blame that cannot be stored is not repeated for ever.
    const isConfirmed = Math.max(blamedBefore, repeats) + 1 >= config.alerts.failureThreshold;
    if (outcome !== 'refused' || isConfirmed) return [];
    return [{ credential, slot: now(), delayMs: ASK_AGAIN_MS, repeats: repeats + 1 }];
  });
  if (again.length === 0 || queue === undefined) return;
  const notQueued = await queue.send(again).catch(() => again);
  if (notQueued.length > 0) log('warn', 'askings could not be repeated', { credentials: notQueued.length });
}
