import type { Metric } from './metric.ts';

/** Where all metrics of all monitors are. */
export const NAMESPACE = 'Scopewatch';

/**
 * Every metric that is sent. One name with one set of dimension values is one metric on the bill: $0.30 a month in
 * us-east-1 for each of the first 10,000, in proportion to the hours in which it is sent.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_billing.html
 */
export const METRIC_NAMES = {
  /** Percent, (Monitor, Probe): 100 for a run that was `ok`, else 0; its average is the availability. $0.30 a probe. */
  success: 'Success',
  /** Milliseconds, (Monitor, Probe): the whole request, redirects and body included. $0.30 a probe. */
  duration: 'Duration',
  /**
   * None, (Monitor, Credential): days until it expires, below 0 afterwards. $0.30 a credential whose end is known. Also
   * (Monitor) alone, of the first to expire in each batch: its minimum over 15 minutes or more is the nearest expiry of
   * all. $0.30.
   */
  daysToExpiry: 'DaysToExpiry',
  /** Count, (Monitor, Credential): configured scopes that it lacks. $0.30 a credential with scopes to compare. */
  missingScopes: 'MissingScopes',
  /** Count, (Monitor, Cause): refused runs. Sent only when it happens: cents. */
  refused: 'Refused',
  /** Count, (Monitor): runs that were settled. Its absence shows that the monitor is down. $0.30. */
  runsCompleted: 'RunsCompleted',
  /** Count, (Monitor): runs that came so late that they were dropped. Sent only when it happens: cents. */
  runsStale: 'RunsStale',
} as const;

export type MetricKey = keyof typeof METRIC_NAMES;

/** A metric's unit never changes: CloudWatch would take it for another metric's data. */
export const METRIC_UNITS: Readonly<Record<MetricKey, Metric['unit']>> = {
  success: 'Percent',
  duration: 'Milliseconds',
  daysToExpiry: 'None',
  missingScopes: 'Count',
  refused: 'Count',
  runsCompleted: 'Count',
  runsStale: 'Count',
};
