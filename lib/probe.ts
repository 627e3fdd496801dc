import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import { LEASE_KEY } from '../lambda/aws/lease-key.ts';
import { OUTBOX_KEY } from '../lambda/aws/outbox-key.ts';
import { rotates } from '../lambda/config/rotates.ts';
import type { Config, Probe } from '../lambda/config/types.ts';
import { NAMESPACE } from '../lambda/metrics/names.ts';
import { acknowledge, handlerFunction } from './handler-function.ts';
import { PROBE_TIMEOUT, type Queues } from './queues.ts';
import { grantSecrets } from './secrets.ts';
import { grantItems } from './table.ts';

/** The batch's runs are made at once, so it takes as long as its slowest. */
const BATCH_SIZE = 10;

export interface ProbeProps {
  readonly config: Config;
  readonly table: Table;
  readonly queues: Queues;
}

/** One batch of runs: secrets and requests in, state, alerts and metrics out. */
export function probeFunction(scope: Construct, { config, table, queues }: ProbeProps): LambdaFunction {
  const handler = handlerFunction(scope, 'Probe', {
    handler: 'probe',
    config,
    description: `Scopewatch ${config.monitor}: calls the APIs and says why they refuse`,
    // Ten TLS handshakes at once are bound by CPU: below this a batch measures itself rather than the APIs.
    memorySize: 512,
    timeout: PROBE_TIMEOUT,
    environment: { SCOPEWATCH_TABLE: table.tableName, SCOPEWATCH_QUEUE_URL: queues.runs.queueUrl },
  });
  handler.addEventSource(
    new SqsEventSource(queues.runs, {
      batchSize: BATCH_SIZE,
      reportBatchItemFailures: true,
      maxConcurrency: maxConcurrency(config.probes),
    }),
  );
  grantItems(table, handler, ['BatchGetItem', 'GetItem', 'PutItem'], ['probe#*', 'credential#*']);
  grantItems(table, handler, ['PutItem'], [OUTBOX_KEY]);
  if (Object.values(config.credentials).some(rotates)) {
    grantItems(table, handler, ['DeleteItem', 'PutItem'], [`${LEASE_KEY}*`]);
  }
  // An asking that finds a credential dead is repeated a minute later.
  queues.runs.grantSendMessages(handler);
  grantSecrets(handler, config);
  handler.addToRolePolicy(
    new PolicyStatement({
      actions: ['cloudwatch:PutMetricData'],
      resources: ['*'],
      conditions: { StringEquals: { 'cloudwatch:namespace': NAMESPACE } },
    }),
  );
  acknowledge(
    handler,
    'AwsSolutions-IAM5[Resource::*]',
    'PutMetricData takes no resource; its namespace is bound instead.',
  );
  acknowledge(handler, 'Serverless-LambdaDLQ', 'Only the queue invokes it, and the queue has its own redrive policy.');
  acknowledge(
    handler,
    'Serverless-LambdaEventSourceMappingDestination',
    'A queue as the source takes no destination: what fails returns to the queue and then goes to its dead-letter queue.',
  );
  return handler;
}

/**
 * How many batches may run at once: enough for every probe to time out at every run, also when batches hold a single
 * run, and never the whole of the account's concurrency.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html (2 to 1,000)
 */
function maxConcurrency(probes: readonly Probe[]): number {
  const runsAtOnce = probes.reduce((sum, { timeoutMs, everyMs }) => sum + timeoutMs / everyMs, 0);
  return Math.min(Math.max(Math.ceil(runsAtOnce), 2), 100);
}
