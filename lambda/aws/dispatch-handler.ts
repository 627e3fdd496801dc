import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import { dispatch } from '../dispatch.ts';
import { isWatchTick, secretsOf, watchSecrets } from '../watch-secrets.ts';
import { CLIENT_SETTINGS, deployedConfig, variable } from './deployment.ts';
import { log } from './log.ts';
import { sqsQueue } from './queue.ts';
import { isSecretEvent, secretsInEvent } from './secret-event.ts';
import { awsSecretVersions } from './secret-versions.ts';
import { dynamoSeenVersions } from './seen-versions.ts';
import { dynamoSlots } from './slots.ts';

/** The scheduler ticks once a minute, its finest rate. */
export const TICK_MS = 60_000;

const config = deployedConfig();
const table = variable('SCOPEWATCH_TABLE');
const dynamo = new DynamoDBClient(CLIENT_SETTINGS);
const now = Date.now;

const deps = {
  config,
  ledger: dynamoSlots(dynamo, table, now),
  queue: sqsQueue(new SQSClient(CLIENT_SETTINGS), variable('SCOPEWATCH_QUEUE_URL'), log),
  versions: awsSecretVersions(new SecretsManagerClient(CLIENT_SETTINGS), new SSMClient(CLIENT_SETTINGS), log),
  seen: dynamoSeenVersions(dynamo, table),
  now,
  log,
};

/**
 * Scheduler → queue, and a secret's change → queue.
 *
 * `scheduledAt` is the time that a tick is for, however late it arrives; without it, now. The tick's runs come first:
 * whatever goes wrong with the secrets is not the tick's failure. An event that fails is delivered again.
 */
export async function handler(event: { readonly scheduledAt?: string }): Promise<void> {
  if (isSecretEvent(event)) {
    await watchSecrets(deps, secretsInEvent(event, secretsOf(config)));
    return;
  }
  const scheduledAt = Date.parse(event.scheduledAt ?? '');
  const at = Number.isNaN(scheduledAt) ? now() : scheduledAt;
  const tickStart = Math.floor(at / TICK_MS) * TICK_MS;
  await dispatch(tickStart, TICK_MS, deps);
  if (!isWatchTick(config, tickStart)) return;
  await watchSecrets(deps).catch((error) => log('error', 'secrets could not be watched', { error }));
}
