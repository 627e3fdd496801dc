import { Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  GraphWidgetView,
  type IMetric,
  type IWidget,
  SearchExpression,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { dashboardName } from '../lambda/aws/dashboard-name.ts';
import type { Config } from '../lambda/config/types.ts';
import { METRIC_NAMES, NAMESPACE } from '../lambda/metrics/names.ts';
import type { Queues } from './queues.ts';

/** Columns of a dashboard. */
const FULL_WIDTH = 24;
const HALF_WIDTH = FULL_WIDTH / 2;
const GRAPH_HEIGHT = 7;

export interface DashboardProps {
  readonly config: Config;
  readonly alarms: readonly Alarm[];
  readonly dispatch: LambdaFunction;
  readonly probe: LambdaFunction;
  readonly notify: LambdaFunction;
  readonly queues: Queues;
}

/** Of the same size for one probe and for ten thousand: its graphs search for what there is when they are looked at. */
export function dashboard(scope: Construct, props: DashboardProps): Dashboard {
  const { monitor } = props.config;
  return new Dashboard(scope, 'Dashboard', {
    dashboardName: dashboardName(monitor),
    defaultInterval: Duration.hours(12),
    widgets: [
      [new TextWidget({ markdown: explanation(monitor), width: FULL_WIDTH, height: 5 })],
      ...targets(monitor),
      ...watchdog(props),
    ],
  });
}

function explanation(monitor: string): string {
  return [
    `# Scopewatch: ${monitor}`,
    'Each line is one probe, one credential or one cause, and shows up when it is first measured. A graph holds 500 ' +
      'lines; one that had no data for two weeks disappears.',
    '',
    '**Success** below 100: calls were refused or an expectation was missed. **Refused** says why. ' +
      '**Days to expiry** below 0: the credential has ended. **Missing scopes** above 0: it lacks scopes that the ' +
      'configuration says it should have. **Runs** at 0: the monitor itself stands still, and its alarms say where.',
  ].join('\n');
}

function targets(monitor: string): IWidget[][] {
  return [
    [
      graph('Success by probe', [search(monitor, 'Probe', METRIC_NAMES.success, 'Average')], {
        leftYAxis: { min: 0, max: 100, label: '%', showUnits: false },
      }),
      graph('Refused by cause', [search(monitor, 'Cause', METRIC_NAMES.refused, 'Sum')], {
        view: GraphWidgetView.BAR,
        stacked: true,
        setPeriodToTimeRange: true,
      }),
    ],
    [
      graph('Duration by probe', [search(monitor, 'Probe', METRIC_NAMES.duration, 'p90')], {
        leftYAxis: { min: 0, label: 'ms', showUnits: false },
      }),
      graph('Days to expiry by credential', expiries(monitor), {
        leftYAxis: { label: 'days', showUnits: false },
        leftAnnotations: [{ value: 7, label: 'a week', color: '#d62728' }],
      }),
    ],
    [
      graph('Missing scopes by credential', [search(monitor, 'Credential', METRIC_NAMES.missingScopes, 'Maximum')]),
      graph('Runs', [
        search(monitor, undefined, METRIC_NAMES.runsCompleted, 'Sum'),
        search(monitor, undefined, METRIC_NAMES.runsStale, 'Sum'),
      ]),
    ],
  ];
}

/** Each credential's, and the nearest of all: that one is there also where more of them are than a graph holds. */
function expiries(monitor: string): IMetric[] {
  return [
    search(monitor, 'Credential', METRIC_NAMES.daysToExpiry, 'Minimum'),
    search(monitor, undefined, METRIC_NAMES.daysToExpiry, 'Minimum', { label: 'the nearest', minutes: 15 }),
  ];
}

/** Whether the monitor itself works. */
function watchdog({ alarms, dispatch, probe, notify, queues }: DashboardProps): IWidget[][] {
  const period = Duration.minutes(5);
  const errors = (handler: LambdaFunction, label: string) => handler.metricErrors({ label, period, statistic: 'Sum' });
  return [
    [new AlarmStatusWidget({ title: 'The monitor itself', alarms: [...alarms], width: FULL_WIDTH, height: 3 })],
    [
      graph('Errors of the functions', [
        errors(dispatch, 'dispatch'),
        errors(probe, 'probe'),
        errors(notify, 'notify'),
      ]),
      graph(
        'Queue',
        [queues.runs.metricApproximateAgeOfOldestMessage({ label: 'oldest run (s)', period, statistic: 'Maximum' })],
        {
          right: [
            queues.deadLetters.metricApproximateNumberOfMessagesVisible({
              label: 'dead letters',
              period,
              statistic: 'Maximum',
            }),
          ],
        },
      ),
    ],
  ];
}

type GraphOptions = Omit<ConstructorParameters<typeof GraphWidget>[0], 'title' | 'left' | 'width' | 'height'>;

function graph(title: string, left: IMetric[], options: GraphOptions = {}): GraphWidget {
  return new GraphWidget({ title, left, width: HALF_WIDTH, height: GRAPH_HEIGHT, ...options });
}

/**
 * All series of one metric of this monitor, labelled by `dimension`, or the one series without any.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/search-expression-syntax.html
 */
function search(
  monitor: string,
  dimension: string | undefined,
  metric: string,
  statistic: string,
  { label = metric, minutes = 5 } = {},
): SearchExpression {
  const dimensions = ['Monitor', ...(dimension === undefined ? [] : [dimension])].join(',');
  return new SearchExpression({
    expression: `SEARCH('{${NAMESPACE},${dimensions}} MetricName="${metric}" Monitor="${monitor}"', '${statistic}')`,
    label: dimension === undefined ? label : `\${PROP('Dim.${dimension}')}`,
    period: Duration.minutes(minutes),
  });
}
