import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import { notify } from '../notify.ts';
import { CLIENT_SETTINGS, deployedConfig, variable } from './deployment.ts';
import { log } from './log.ts';
import { awsMailContext } from './mail-context.ts';
import { dynamoOutbox } from './outbox.ts';
import { snsPublisher } from './publisher.ts';

const config = deployedConfig();
const table = variable('SCOPEWATCH_TABLE');

const deps = {
  outbox: dynamoOutbox(new DynamoDBClient(CLIENT_SETTINGS), table, Date.now, log),
  publisher: snsPublisher(new SNSClient(CLIENT_SETTINGS), variable('SCOPEWATCH_TOPIC_ARN'), config.monitor),
  mail: awsMailContext(config, variable('AWS_REGION')),
  now: Date.now,
  log,
};

/** Outbox → topic. The table's stream and a slow schedule both only ring the bell: the outbox says what there is. */
export async function handler(): Promise<void> {
  await notify(deps);
}
