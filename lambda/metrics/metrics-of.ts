import type { Grant } from '../grants/grant.ts';
import { overlaid } from '../grants/overlaid.ts';
import { ASKED, type RunResult } from '../run-result.ts';
import type { Metric } from './metric.ts';
import { METRIC_NAMES, METRIC_UNITS, type MetricKey } from './names.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface RunCounts {
  readonly completed: number;
  readonly stale: number;
}

/**
 * What a batch of runs says in numbers: all finite, each with its unit and its dimensions.
 *
 * What a run measured stands at its slot, so that a late batch falls into the minute it belongs to; what is counted
 * or is known of a credential stands at `now`, once a batch.
 *
 * @param now epoch milliseconds
 * @param grants what is known of each credential beyond this batch: an expiry outlives answers that are silent on it
 */
export function metricsOf(
  results: readonly RunResult[],
  counts: RunCounts,
  { monitor }: { readonly monitor: string },
  now: number,
  grants: ReadonlyMap<string, Grant> = new Map(),
): readonly Metric[] {
  /** Nothing where there is no finite value: CloudWatch refuses a whole batch for one that is not. */
  const metric = (
    key: MetricKey,
    value: number | undefined,
    at: number,
    dimensions: Readonly<Record<string, string>> = {},
  ): readonly Metric[] => {
    if (value === undefined || !Number.isFinite(value)) return [];
    return [
      { name: METRIC_NAMES[key], value, unit: METRIC_UNITS[key], dimensions: { Monitor: monitor, ...dimensions }, at },
    ];
  };

  const runs = results.filter(({ probe }) => probe !== ASKED);
  const refusals = runs.flatMap(({ diagnosis }) => (diagnosis ? [diagnosis.cause] : []));
  const known = newestGrants(results, grants);
  const ends = [...known.values()].flatMap((grant) => daysToExpiry(grant, now) ?? []);
  return [
    ...runs.flatMap(({ probe: Probe, slot, outcome, durationMs, credentialUnreadable }) => [
      ...metric('success', outcome === 'ok' ? 100 : 0, slot, { Probe }),
      // Nothing was sent without the credential, so there is nothing that took time.
      ...metric('duration', credentialUnreadable === undefined ? durationMs : undefined, slot, { Probe }),
    ]),
    ...[...known].flatMap(([Credential, grant]) => [
      ...metric('daysToExpiry', daysToExpiry(grant, now), now, { Credential }),
      ...metric('missingScopes', grant.missingScopes?.length, now, { Credential }),
    ]),
    ...[...Map.groupBy(refusals, (cause) => cause)].flatMap(([Cause, { length }]) =>
      metric('refused', length, now, { Cause }),
    ),
    ...metric('daysToExpiry', ends.length > 0 ? Math.min(...ends) : undefined, now),
    ...metric('runsCompleted', counts.completed, now),
    ...metric('runsStale', counts.stale > 0 ? counts.stale : undefined, now),
  ];
}

/** What is known of each credential that the batch used, overlaid with its readings, the newest last. */
function newestGrants(
  results: readonly RunResult[],
  known: ReadonlyMap<string, Grant>,
): ReadonlyMap<string, Partial<Grant>> {
  const grants = new Map<string, Partial<Grant>>();
  for (const { credential, grant } of results.toSorted((a, b) => a.observedAt - b.observedAt)) {
    if (credential !== undefined) {
      grants.set(credential, overlaid(grants.get(credential) ?? known.get(credential), grant));
    }
  }
  return grants;
}

/** Not of a token that the monitor mints and renews itself: it is always about to end. */
function daysToExpiry({ expiresAt, expirySource }: Partial<Grant>, now: number): number | undefined {
  if (expiresAt === undefined || expirySource === 'minted') return undefined;
  return (expiresAt * 1000 - now) / DAY_MS;
}
