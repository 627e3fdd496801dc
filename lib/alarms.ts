import { Duration } from 'aws-cdk-lib';
import { Alarm, CfnAlarm, ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import type { Config } from '../lambda/config/types.ts';
import { METRIC_NAMES, NAMESPACE } from '../lambda/metrics/names.ts';
import type { Queues } from './queues.ts';
import type { Topics } from './topics.ts';

const FIVE_MINUTES = Duration.minutes(5);

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_WarmUpConfiguration.html */
const MAX_WARM_UP_MINUTES = 2880;

export interface AlarmsProps {
  readonly config: Config;
  readonly dispatch: LambdaFunction;
  readonly probe: LambdaFunction;
  readonly notify: LambdaFunction;
  readonly schedules: ScheduleGroup;
  readonly queues: Queues;
  readonly topics: Topics;
}

/** One thing that may be wrong with the monitor. */
interface Watch {
  /** Ends the alarm's name, which is what the mail's subject shows. */
  readonly name: string;
  /** What it means, and what to do. */
  readonly description: string;
  readonly metric: Metric;
  /** Alarms from this value on; with `silent`, below it. */
  readonly threshold: number;
  readonly periods?: number;
  readonly badPeriods?: number;
  /** Alarms when the metric is missing or too low, rather than when it is high. */
  readonly silent?: boolean;
}

/**
 * The watchdog: whether the monitor itself works, on metrics that cost nothing. Each is a standard alarm on one
 * metric, and there are fewer than the ten that are free.
 */
export function alarms(scope: Construct, props: AlarmsProps): readonly Alarm[] {
  const { config, topics } = props;
  const action = new SnsAction(topics.operations);
  return watches(props).map((watch) => {
    const alarm = new Alarm(scope, `Alarm-${watch.name}`, {
      alarmName: `scopewatch-${config.monitor}-${watch.name}`,
      alarmDescription: watch.description,
      metric: watch.metric,
      threshold: watch.threshold,
      evaluationPeriods: watch.periods ?? 1,
      datapointsToAlarm: watch.badPeriods ?? watch.periods ?? 1,
      comparisonOperator: watch.silent
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: watch.silent ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    if (watch.silent) watchTheClock(alarm, watch.metric.period.toMinutes());
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
    return alarm;
  });
}

function watches({ config, dispatch, probe, notify, schedules, queues, topics }: AlarmsProps): readonly Watch[] {
  const errors = (handler: LambdaFunction) => handler.metricErrors({ period: FIVE_MINUTES, statistic: 'Sum' });
  return [
    {
      name: 'not-dispatching',
      description:
        'The scheduler has not started the dispatcher for ten minutes: nothing is being probed. Look at the schedules ' +
        'of this stack and at the role that they use, and whether the account has Lambda concurrency left.',
      metric: dispatch.metricInvocations({ period: FIVE_MINUTES, statistic: 'Sum' }),
      threshold: 1,
      periods: 2,
      silent: true,
    },
    {
      name: 'no-runs-completed',
      description:
        'No run of any probe has been completed and measured in the time in which at least two were due. Look at the ' +
        'log of the probe function and at the queue of runs.',
      metric: new Metric({
        namespace: NAMESPACE,
        metricName: METRIC_NAMES.runsCompleted,
        dimensionsMap: { Monitor: config.monitor },
        statistic: 'Sum',
        period: heartbeat(config),
      }),
      threshold: 1,
      periods: 2,
      silent: true,
    },
    {
      name: 'dispatch-errors',
      description:
        'The dispatcher failed more than once: some probes are made late or not at all. Its log says why; a tick ' +
        'that failed three times lies in the dead-letter queue.',
      metric: errors(dispatch),
      threshold: 1,
      periods: 3,
      badPeriods: 2,
    },
    {
      name: 'probe-errors',
      description:
        'The probe function crashed or ran out of time more than once. This is never the fault of an API: refusals and ' +
        'timeouts are results. Its log says why; the runs return to the queue.',
      metric: errors(probe),
      threshold: 1,
      periods: 3,
      badPeriods: 2,
    },
    {
      name: 'notify-errors',
      description:
        'Alerts could not be published more than once; they wait in the table and are tried again every five minutes. ' +
        'The log of the notify function says why.',
      metric: errors(notify),
      threshold: 1,
      periods: 3,
      badPeriods: 2,
    },
    {
      name: 'runs-waiting',
      description:
        'Runs have waited in the queue for over five minutes: probes are made late, and dropped once they are stale. ' +
        'Look whether the probe function is throttled (account concurrency) or whether the APIs time out.',
      metric: queues.runs.metricApproximateAgeOfOldestMessage({ period: FIVE_MINUTES, statistic: 'Maximum' }),
      threshold: 300,
      periods: 2,
    },
    {
      name: 'dead-letters',
      description:
        'Something failed for good and lies in the dead-letter queue: a run (probe or credential, slot), a tick, an event ' +
        'of a secret or a wake-up of the notifier. Read it for the reason, then purge the queue: it is too old to be ' +
        'done again.',
      metric: queues.deadLetters.metricApproximateNumberOfMessagesVisible({
        period: FIVE_MINUTES,
        statistic: 'Maximum',
      }),
      threshold: 1,
    },
    {
      name: 'schedule-dropped',
      description:
        'The scheduler gave up starting a function. Look at the role of the schedules and at Lambda throttling; the ' +
        'dead-letter queue holds what was dropped.',
      metric: new Metric({
        namespace: 'AWS/Scheduler',
        metricName: 'InvocationDroppedCount',
        dimensionsMap: { ScheduleGroup: schedules.scheduleGroupName },
        statistic: 'Sum',
        period: FIVE_MINUTES,
      }),
      threshold: 1,
    },
    {
      name: 'mail-undelivered',
      description:
        'SNS could not deliver an alert to a subscriber. Look at the subscriptions of the alerts topic: one that ' +
        'bounces or is suspended must be confirmed again.',
      metric: topics.alerts.metricNumberOfNotificationsFailed({ period: FIVE_MINUTES, statistic: 'Sum' }),
      threshold: 1,
    },
  ];
}

/**
 * A missing metric is judged over exactly the last periods of the clock. By default CloudWatch looks further back,
 * finds good points there and stays silent for longer; and a new alarm would ring before the first run.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation-window.html
 */
function watchTheClock(alarm: Alarm, periodMinutes: number): void {
  const resource = alarm.node.defaultChild;
  if (!(resource instanceof CfnAlarm)) throw new Error(`${alarm.node.path} has no CloudFormation alarm`);
  resource.evaluationWindow = { wallClockWindow: {} };
  resource.warmUpConfiguration = {
    warmUpPeriodDurationInMinutes: Math.min(2 * periodMinutes + 5, MAX_WARM_UP_MINUTES),
  };
}

/** The shortest of the clock's windows in which the most frequent probe surely runs. */
function heartbeat({ probes }: Config): Duration {
  const everyMs = Math.min(...probes.map((probe) => probe.everyMs));
  const windows = [FIVE_MINUTES, Duration.hours(1), Duration.days(1)];
  return windows.find((window) => window.toMilliseconds() >= everyMs) ?? Duration.days(1);
}
