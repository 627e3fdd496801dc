import type { Alarm, Dashboard } from 'aws-cdk-lib/aws-cloudwatch';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ConfigInput } from '../lambda/config/input.ts';
import { parseConfig } from '../lambda/config/schema.ts';
import type { Config } from '../lambda/config/types.ts';
import { alarms } from './alarms.ts';
import { dashboard } from './dashboard.ts';
import { dispatchFunction } from './dispatch.ts';
import { notifyFunction } from './notify.ts';
import { probeFunction } from './probe.ts';
import { queues } from './queues.ts';
import { schedules } from './schedule.ts';
import { secretEvents } from './secret-events.ts';
import { stateTable } from './table.ts';
import { topics } from './topics.ts';

export interface ScopewatchMonitorProps {
  /**
   * What to watch: as `defineConfig` takes it, or as `parseConfig` gave it.
   *
   * It travels with the code of the functions, so neither the template's size nor the number of resources depends on
   * the number of probes. A value that breaks a rule throws a `ConfigError` with every problem.
   */
  readonly config: ConfigInput | Config;
}

/**
 * A monitor of APIs and of the credentials that they are called with.
 *
 * Scheduler → dispatch → queue → probe → table → notify → topic, with a dashboard of what is watched and alarms on
 * the monitor itself.
 */
export class ScopewatchMonitor extends Construct {
  /** The configuration with every default filled in. */
  readonly config: Config;
  /** Alerts about APIs and credentials; the addresses of `alerts.email` are subscribed. */
  readonly alertsTopic: Topic;
  /** Alarms about the monitor itself; the addresses of `alerts.operationsEmail` are subscribed. */
  readonly operationsTopic: Topic;
  /** The state of every probe and credential, and the outbox. */
  readonly table: Table;
  /** Runs that are due. */
  readonly queue: Queue;
  /** What the monitor could not do. */
  readonly deadLetterQueue: Queue;
  readonly dispatchFunction: LambdaFunction;
  readonly probeFunction: LambdaFunction;
  readonly notifyFunction: LambdaFunction;
  readonly alarms: readonly Alarm[];
  readonly dashboard: Dashboard;

  constructor(scope: Construct, id: string, props: ScopewatchMonitorProps) {
    super(scope, id);
    const config = isParsed(props.config) ? props.config : parseConfig(props.config);

    const table = stateTable(this);
    const allQueues = queues(this);
    const { deadLetters } = allQueues;
    const allTopics = topics(this, config, deadLetters);

    const dispatch = dispatchFunction(this, { config, table, queues: allQueues });
    const probe = probeFunction(this, { config, table, queues: allQueues });
    const notify = notifyFunction(this, { config, table, alerts: allTopics.alerts, deadLetters });
    const schedule = schedules(this, { dispatch, notify, deadLetters });
    secretEvents(this, { config, dispatch, deadLetters });

    const watched = { config, dispatch, probe, notify, queues: allQueues };
    this.alarms = alarms(this, { ...watched, schedules: schedule, topics: allTopics });
    this.dashboard = dashboard(this, { ...watched, alarms: this.alarms });

    this.config = config;
    this.alertsTopic = allTopics.alerts;
    this.operationsTopic = allTopics.operations;
    this.table = table;
    this.queue = allQueues.runs;
    this.deadLetterQueue = deadLetters;
    this.dispatchFunction = dispatch;
    this.probeFunction = probe;
    this.notifyFunction = notify;
  }
}

/** What a person writes has no plain numbers of milliseconds. */
function isParsed(config: ConfigInput | Config): config is Config {
  return config.alerts !== undefined && 'remindEveryMs' in config.alerts;
}
