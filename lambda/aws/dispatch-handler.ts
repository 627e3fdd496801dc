import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { dispatch } from '../dispatch.ts';
import { CLIENT_SETTINGS, deployedConfig, variable } from './deployment.ts';
import { log } from './log.ts';
import { sqsQueue } from './queue.ts';
import { dynamoSlots } from './slots.ts';

/** The scheduler ticks once a minute, its finest rate. */
export const TICK_MS = 60_000;

const deps = {
  config: deployedConfig(),
  ledger: dynamoSlots(new DynamoDBClient(CLIENT_SETTINGS), variable('SCOPEWATCH_TABLE'), Date.now),
  queue: sqsQueue(new SQSClient(CLIENT_SETTINGS), variable('SCOPEWATCH_QUEUE_URL'), log),
  log,
};

/** Scheduler → queue. `scheduledAt` is the time that the tick is for, however late it arrives; without it, now. */
export async function handler(event: { readonly scheduledAt?: string }): Promise<void> {
  const scheduledAt = Date.parse(event.scheduledAt ?? '');
  const at = Number.isNaN(scheduledAt) ? Date.now() : scheduledAt;
  await dispatch(Math.floor(at / TICK_MS) * TICK_MS, TICK_MS, deps);
}
