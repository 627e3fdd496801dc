import { Duration } from 'aws-cdk-lib';
import type { ITable, Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { FilterCriteria, FilterRule, type Function as LambdaFunction, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { OUTBOX_KEY } from '../lambda/aws/outbox-key.ts';
import type { Config } from '../lambda/config/types.ts';
import { acknowledge, handlerFunction } from './handler-function.ts';
import { grantItems } from './table.ts';

export interface NotifyProps {
  readonly config: Config;
  readonly table: Table;
  readonly alerts: Topic;
  readonly deadLetters: IQueue;
}

/** From the outbox to the topic, whenever something is put into it. */
export function notifyFunction(scope: Construct, { config, table, alerts, deadLetters }: NotifyProps): LambdaFunction {
  const handler = handlerFunction(scope, 'Notify', {
    handler: 'notify',
    config,
    description: `Scopewatch ${config.monitor}: sends the alerts that wait`,
    memorySize: 256,
    // Shorter than its lease on the alerts, so that two never hold the same one.
    timeout: Duration.seconds(60),
    environment: { SCOPEWATCH_TABLE: table.tableName, SCOPEWATCH_TOPIC_ARN: alerts.topicArn },
  });
  handler.addEventSource(
    new DynamoEventSource(asInterface(table), {
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { Keys: { pk: { S: FilterRule.isEqual(OUTBOX_KEY) } } },
        }),
      ],
      batchSize: 1000,
      // What breaks together is told together.
      maxBatchingWindow: Duration.seconds(10),
      // The alerts stay in the outbox and the next sweep finds them: no reason to hold up the stream.
      retryAttempts: 2,
      maxRecordAge: Duration.minutes(10),
      onFailure: new SqsDlq(deadLetters),
    }),
  );
  handler.configureAsyncInvoke({
    // The next sweep is the retry.
    retryAttempts: 0,
    maxEventAge: Duration.minutes(5),
    onFailure: new SqsDestination(deadLetters),
  });
  grantItems(table, handler, ['Query', 'UpdateItem', 'DeleteItem'], [OUTBOX_KEY]);
  // The topic's own grant would add the use of every KMS key of the account: AWS's key for SNS needs none.
  handler.addToRolePolicy(new PolicyStatement({ actions: ['sns:Publish'], resources: [alerts.topicArn] }));
  acknowledge(handler, 'AwsSolutions-IAM5[Resource::*]', 'ListStreams takes no resource; one stream is read.');
  acknowledge(handler, 'Serverless-LambdaDLQ', 'Its failure destination takes what it fails at, with the reason.');
  return handler;
}

/** CDK's own table does not fit its own interface where absent and `undefined` are told apart. */
function asInterface(table: Table): ITable {
  return table as ITable;
}
