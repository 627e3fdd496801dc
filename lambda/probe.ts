import { probeIndex } from './config/probe-index.ts';
import type { Config } from './config/types.ts';
import type { Grant } from './grants/grant.ts';
import { metricsOf } from './metrics/metrics-of.ts';
import type { DueRun, Log, MetricSink, StateStore } from './ports.ts';
import { type RunProbeDeps, runProbe } from './run-probe.ts';
import type { RunResult } from './run-result.ts';
import { isStale } from './schedule/due.ts';
import { settle } from './settle.ts';

/** What is kept of the invocation's time for writing down what was seen. */
export const REPORTING_MARGIN_MS = 10_000;

export interface ProbeDeps extends Omit<RunProbeDeps, 'credentials'> {
  readonly config: Config;
  readonly store: StateStore;
  readonly metrics: MetricSink;
  readonly log: Log;
  /** How late the scheduler itself may be. */
  readonly schedulerGraceMs: number;
  /** Sees each result as soon as it is settled. */
  readonly onResult?: (result: RunResult) => void;
}

/**
 * Makes a batch of runs: drops what is stale or done, probes the rest at once, writes state and alerts, sends metrics.
 *
 * Runs are independent: one that cannot be settled does not hold up the others. State comes before metrics, because
 * a lost data point is a gap in a graph and a lost transition is a mail that nobody gets.
 *
 * @param deadline epoch milliseconds at which the process may be ended
 * @returns the runs that must be delivered again
 */
export async function probe(runs: readonly DueRun[], deadline: number, deps: ProbeDeps): Promise<readonly DueRun[]> {
  const { fresh, stale } = await sortOut(runs, deps);
  const requestDeadline = deadline - REPORTING_MARGIN_MS;
  const settled = await Promise.allSettled(
    fresh.map(({ run, probe, succeeded }) =>
      runProbe(
        {
          probe,
          slot: run.slot,
          deadline: requestDeadline,
          ...(run.secretChanged && { secretSince: run.slot }),
          ...(succeeded && { succeeded }),
        },
        { ...deps, credentials: deps.config.credentials },
      ),
    ),
  );
  const results = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const { failed, grants } = await settle(results, deps.config, deps.store);
  settled.forEach((one, index) => {
    const name = fresh[index]?.probe.name;
    if (one.status === 'rejected' && name !== undefined) failed.set(name, one.reason);
  });
  for (const [name, error] of failed) deps.log('error', 'run could not be completed', { probe: name, error });

  const completed = results.filter((result) => !failed.has(result.probe));
  for (const result of completed) deps.onResult?.(result);
  await publishMetrics(completed, stale, grants, deps);
  return fresh.filter(({ probe }) => failed.has(probe.name)).map(({ run }) => run);
}

/** A message may be late, delivered twice, or speak of a probe that the configuration no longer has. */
async function sortOut(runs: readonly DueRun[], deps: ProbeDeps) {
  const { byName } = probeIndex(deps.config);
  const known = runs.flatMap((run) => {
    const probe = run.probe === undefined ? undefined : byName.get(run.probe);
    return probe ? [{ run, probe }] : [];
  });
  const { stale = [], current = [] } = Object.groupBy(known, ({ run, probe }) =>
    isStale(run, probe, deps.now(), deps.schedulerGraceMs) ? 'stale' : 'current',
  );
  const lastRuns = await deps.store.lastRuns(current.map(({ probe }) => probe.name));
  const fresh = current.flatMap(({ run, probe }) => {
    const last = lastRuns.get(probe.name);
    return run.slot > (last?.slot ?? -1) ? [{ run, probe, succeeded: last?.succeeded }] : [];
  });
  return { fresh, stale: stale.length };
}

async function publishMetrics(
  results: readonly RunResult[],
  stale: number,
  grants: ReadonlyMap<string, Grant>,
  deps: ProbeDeps,
): Promise<void> {
  if (results.length === 0 && stale === 0) return;
  try {
    await deps.metrics.put(metricsOf(results, { completed: results.length, stale }, deps.config, deps.now(), grants));
  } catch (error) {
    deps.log('error', 'metrics could not be sent', { runs: results.length, error });
  }
}
