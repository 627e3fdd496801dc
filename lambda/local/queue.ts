import type { DueRun, Log, RunQueue } from '../ports.ts';

/** As in AWS: how many runs one worker takes at once, how many workers there are, how often a run is tried. */
const BATCH_SIZE = 10;
const WORKERS = 5;
const MAX_TRIES = 3;

export interface LocalQueue extends RunQueue {
  /** Takes no more runs, forgets those that are not due yet, and resolves when none is being made. */
  close(): Promise<void>;
}

/**
 * Runs in memory, each handed on in its own moment, a batch at a time.
 *
 * @param work makes a batch and gives back the runs to try again
 */
export function localQueue(work: (runs: readonly DueRun[]) => Promise<readonly DueRun[]>, log: Log): LocalQueue {
  const ready: { readonly run: DueRun; readonly tries: number }[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const working = new Set<Promise<void>>();
  let closed = false;

  const take = async (): Promise<void> => {
    const batch = ready.splice(0, BATCH_SIZE);
    const runs = batch.map(({ run }) => run);
    const again = await work(runs).catch((error) => {
      log('error', 'a batch of runs could not be made', { error });
      return runs;
    });
    for (const { run, tries } of batch.filter(({ run }) => again.includes(run))) {
      if (tries < MAX_TRIES) ready.push({ run, tries: tries + 1 });
      else log('error', 'run given up', { probe: run.probe, credential: run.credential, tries });
    }
  };

  const pump = () => {
    while (!closed && ready.length > 0 && working.size < WORKERS) {
      const batch = take().finally(() => {
        working.delete(batch);
        pump();
      });
      working.add(batch);
    }
  };

  return {
    async send(runs) {
      for (const run of runs) {
        const timer = setTimeout(() => {
          timers.delete(timer);
          ready.push({ run, tries: 1 });
          // Whatever falls due in the same moment belongs in one batch.
          setImmediate(pump);
        }, run.delayMs);
        timers.add(timer);
      }
      return [];
    },
    async close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      while (working.size > 0) await Promise.all(working);
    },
  };
}
