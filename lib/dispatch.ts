import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { Construct } from 'constructs';
import { SEEN_VERSIONS_KEY } from '../lambda/aws/seen-versions-key.ts';
import type { Config } from '../lambda/config/types.ts';
import { acknowledge, handlerFunction } from './handler-function.ts';
import type { Queues } from './queues.ts';
import { grantSecretVersions } from './secrets.ts';
import { grantItems } from './table.ts';

export interface DispatchProps {
  readonly config: Config;
  readonly table: Table;
  readonly queues: Queues;
}

/** Which probes are due: once a minute, onto the queue. So are those whose secret has a new version. */
export function dispatchFunction(scope: Construct, { config, table, queues }: DispatchProps): LambdaFunction {
  const handler = handlerFunction(scope, 'Dispatch', {
    handler: 'dispatch',
    config,
    description: `Scopewatch ${config.monitor}: queues the probes that are due`,
    memorySize: 512,
    // Shorter than its lease on the slot, so that whoever takes the slot over finds nobody at work on it.
    timeout: Duration.seconds(45),
    environment: { SCOPEWATCH_TABLE: table.tableName, SCOPEWATCH_QUEUE_URL: queues.runs.queueUrl },
  });
  handler.configureAsyncInvoke({
    // A failed tick is tried again after one minute and after two more, when most of its runs are still worth making.
    retryAttempts: 2,
    maxEventAge: Duration.minutes(5),
    onFailure: new SqsDestination(queues.deadLetters),
  });
  grantItems(table, handler, ['PutItem', 'UpdateItem'], ['slot#*']);
  queues.runs.grantSendMessages(handler);
  if (config.watchSecretsEveryMs !== undefined) {
    grantItems(table, handler, ['GetItem', 'PutItem'], [SEEN_VERSIONS_KEY]);
    grantSecretVersions(handler, config);
  }
  acknowledge(handler, 'Serverless-LambdaDLQ', 'Its failure destination takes what it fails at, with the reason.');
  return handler;
}
