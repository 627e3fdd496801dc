import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import { STSClient } from '@aws-sdk/client-sts';
import type { DueRun } from '../ports.ts';
import { probe } from '../probe.ts';
import { runParts } from '../run-parts.ts';
import { CLIENT_SETTINGS, deployedConfig, variable } from './deployment.ts';
import { parseDueRun } from './due-run.ts';
import { dynamoLeases } from './leases.ts';
import { log } from './log.ts';
import { cloudWatchMetrics } from './metrics.ts';
import { sqsQueue } from './queue.ts';
import { roleKeys } from './role-keys.ts';
import { awsSecretWriter } from './secret-writer.ts';
import { awsSecrets } from './secrets.ts';
import { dynamoStore } from './store.ts';

/** A tick may be delivered this late and its runs are still worth making. */
const SCHEDULER_GRACE_MS = 120_000;

const now = Date.now;
const config = deployedConfig();
const table = variable('SCOPEWATCH_TABLE');
const dynamo = new DynamoDBClient(CLIENT_SETTINGS);
const secretsManager = new SecretsManagerClient(CLIENT_SETTINGS);

const deps = {
  ...runParts({
    now,
    log,
    reader: awsSecrets(secretsManager, new SSMClient(CLIENT_SETTINGS)),
    writer: awsSecretWriter(secretsManager),
    leases: dynamoLeases(dynamo, table, now),
    awsKeys: roleKeys(new STSClient(CLIENT_SETTINGS), config.monitor, now),
  }),
  config,
  store: dynamoStore(dynamo, table),
  queue: sqsQueue(new SQSClient(CLIENT_SETTINGS), variable('SCOPEWATCH_QUEUE_URL'), log),
  metrics: cloudWatchMetrics(new CloudWatchClient(CLIENT_SETTINGS)),
  schedulerGraceMs: SCHEDULER_GRACE_MS,
  log,
};

interface QueueEvent {
  readonly Records: readonly { readonly messageId: string; readonly body: string }[];
}

/** Queue → targets → table. Only what could not be completed, or not be understood, goes back to the queue. */
export async function handler(
  { Records }: QueueEvent,
  context: { getRemainingTimeInMillis(): number },
): Promise<{ batchItemFailures: readonly { itemIdentifier: string }[] }> {
  const messageIds = new Map<DueRun, string>();
  const unreadable: string[] = [];
  for (const { messageId, body } of Records) {
    const run = parseDueRun(body);
    if (run) messageIds.set(run, messageId);
    else unreadable.push(messageId);
  }
  if (unreadable.length > 0) log('error', 'messages are not runs', { messageIds: unreadable });
  const again = await probe([...messageIds.keys()], Date.now() + context.getRemainingTimeInMillis(), deps);
  const failed = [...unreadable, ...again.flatMap((run) => messageIds.get(run) ?? [])];
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}
