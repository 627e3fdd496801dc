import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SSMClient } from '@aws-sdk/client-ssm';
import { authoriser } from '../credentials/authoriser.ts';
import { secretCache } from '../credentials/secret-cache.ts';
import type { DueRun } from '../ports.ts';
import { probe } from '../probe.ts';
import { request } from '../request/request.ts';
import { CLIENT_SETTINGS, deployedConfig, variable } from './deployment.ts';
import { dynamoLeases } from './leases.ts';
import { log } from './log.ts';
import { cloudWatchMetrics } from './metrics.ts';
import { awsSecretWriter } from './secret-writer.ts';
import { awsSecrets } from './secrets.ts';
import { dynamoStore } from './store.ts';

/** A tick may be delivered this late and its runs are still worth making. */
const SCHEDULER_GRACE_MS = 120_000;

const now = Date.now;
const table = variable('SCOPEWATCH_TABLE');
const dynamo = new DynamoDBClient(CLIENT_SETTINGS);
const secretsManager = new SecretsManagerClient(CLIENT_SETTINGS);
const secrets = secretCache(awsSecrets(secretsManager, new SSMClient(CLIENT_SETTINGS)), now);
const writer = awsSecretWriter(secretsManager);
const leases = dynamoLeases(dynamo, table, now);

const deps = {
  config: deployedConfig(),
  secrets,
  authorise: authoriser({ now, secrets, request, log, writer, leases }),
  request,
  store: dynamoStore(dynamo, table),
  metrics: cloudWatchMetrics(new CloudWatchClient(CLIENT_SETTINGS)),
  schedulerGraceMs: SCHEDULER_GRACE_MS,
  now,
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
    const run = parseRun(body);
    if (run) messageIds.set(run, messageId);
    else unreadable.push(messageId);
  }
  if (unreadable.length > 0) log('error', 'messages are not runs of a probe', { messageIds: unreadable });
  const again = await probe([...messageIds.keys()], Date.now() + context.getRemainingTimeInMillis(), deps);
  const failed = [...unreadable, ...again.flatMap((run) => messageIds.get(run) ?? [])];
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

/** Anybody with access to the queue can write to it: a run is used only when every field is what it should be. */
function parseRun(body: string): DueRun | undefined {
  try {
    const { probe, slot, delayMs } = JSON.parse(body) as Partial<DueRun>;
    if (typeof probe !== 'string' || !Number.isSafeInteger(slot) || !Number.isFinite(delayMs)) return undefined;
    return { probe, slot: Number(slot), delayMs: Number(delayMs) };
  } catch {
    return undefined;
  }
}
