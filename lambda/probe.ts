import { askAbout } from './asking/ask-about.ts';
import { askAgain } from './asking/ask-again.ts';
import { probeIndex } from './config/probe-index.ts';
import type { Config } from './config/types.ts';
import type { Grant } from './grants/grant.ts';
import type { KnownCredential } from './incidents/known.ts';
import { metricsOf } from './metrics/metrics-of.ts';
import type { DueCheck, DueProbe, DueRun, Log, MetricSink, RunQueue, StateStore } from './ports.ts';
import { type RunProbeDeps, runProbe } from './run-probe.ts';
import { ASKED, type RunResult } from './run-result.ts';
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
  /** Where an asking that blames a credential is repeated from, a minute later; without it the next one confirms. */
  readonly queue?: RunQueue;
  /** Sees each run's result as soon as it is settled. */
  readonly onResult?: (result: RunResult) => void;
  /** The same for what came of asking about a credential. */
  readonly onAsked?: (result: RunResult) => void;
}

/**
 * Makes a batch of runs: drops what is stale or done, probes the rest at once, asks about the credentials that are due
 * or in doubt, writes state and alerts, sends metrics.
 *
 * Runs are independent: one that cannot be settled does not hold up the others. State comes before metrics, because
 * a lost data point is a gap in a graph and a lost transition is a mail that nobody gets.
 *
 * @param deadline epoch milliseconds at which the process may be ended
 * @returns the runs that must be delivered again
 */
export async function probe(runs: readonly DueRun[], deadline: number, deps: ProbeDeps): Promise<readonly DueRun[]> {
  const { fresh, checks, stale } = await sortOut(runs, deps);
  const requestDeadline = deadline - REPORTING_MARGIN_MS;
  const known = await knownCredentials([...fresh.map(({ probe }) => probe.credential), ...checks.map(nameOf)], deps);
  const settled = await Promise.allSettled(
    fresh.map(({ run, probe, succeeded }) => {
      const ofCredential = known.get(probe.credential ?? '');
      const secret = run.secretChanged && { secretSince: run.slot };
      const planned = { probe, slot: run.slot, deadline: requestDeadline, ...secret };
      return runProbe(
        { ...planned, ...(succeeded && { succeeded }), ...(ofCredential && { known: ofCredential }) },
        { ...deps, credentials: deps.config.credentials },
      );
    }),
  );
  const probed = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const asked = await askAbout(checks, probed, known, requestDeadline, deps);
  const results = [...probed, ...asked];
  const { failed, grants } = await settle(results, deps.config, deps.store);
  settled.forEach((one, index) => {
    const name = fresh[index]?.probe.name;
    if (one.status === 'rejected' && name !== undefined) failed.set(name, one.reason);
  });
  for (const [name, error] of failed) deps.log('error', 'run could not be completed', { probe: name, error });

  const completed = probed.filter((result) => !failed.has(result.probe));
  for (const result of completed) deps.onResult?.(result);
  for (const result of asked) deps.onAsked?.(result);
  await publishMetrics([...completed, ...asked], stale, grants, deps);
  await askAgain(asked, checks, known, deps);
  return fresh.filter(({ probe }) => failed.has(probe.name)).map(({ run }) => run);
}

/** A message may be late, delivered twice, or speak of what the configuration no longer has. */
async function sortOut(runs: readonly DueRun[], deps: ProbeDeps) {
  const { byName } = probeIndex(deps.config);
  const known = runs.filter(isProbe).flatMap((run) => {
    const probe = byName.get(run.probe);
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
  const checks = runs.filter(isCheck).filter((run) => isDueCheck(run, deps));
  return { fresh, checks, stale: stale.length };
}

function isProbe(run: DueRun): run is DueProbe {
  return run.probe !== undefined;
}

function isCheck(run: DueRun): run is DueCheck {
  return run.probe === undefined;
}

/** One that comes late is no loss: the next one asks the same. */
function isDueCheck(run: DueCheck, { config, now, schedulerGraceMs }: ProbeDeps): boolean {
  const credential = Object.hasOwn(config.credentials, run.credential) ? config.credentials[run.credential] : undefined;
  return credential !== undefined && !isStale(run, credential, now(), schedulerGraceMs);
}

function nameOf({ credential }: DueCheck): string {
  return credential;
}

/** What is remembered of each credential; one that cannot be read is as good as new to a run, and is reported later. */
async function knownCredentials(
  names: readonly (string | undefined)[],
  { store }: ProbeDeps,
): Promise<ReadonlyMap<string, KnownCredential>> {
  const used = [...new Set(names.filter((name) => name !== undefined))];
  const states = await Promise.all(
    used.map(async (name) => [name, await store.readCredential(name).catch(() => undefined)] as const),
  );
  return new Map(states.flatMap(([name, stored]) => (stored ? [[name, stored.state]] : [])));
}

async function publishMetrics(
  results: readonly RunResult[],
  stale: number,
  grants: ReadonlyMap<string, Grant>,
  deps: ProbeDeps,
): Promise<void> {
  if (results.length === 0 && stale === 0) return;
  const completed = results.filter((result) => result.probe !== ASKED).length;
  try {
    await deps.metrics.put(metricsOf(results, { completed, stale }, deps.config, deps.now(), grants));
  } catch (error) {
    deps.log('error', 'metrics could not be sent', { runs: results.length, error });
  }
}
