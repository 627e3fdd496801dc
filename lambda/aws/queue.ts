import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { DueRun, Log, RunQueue } from '../ports.ts';

/** SendMessageBatch takes 10. @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html */
const BATCH_SIZE = 10;
/** Enough to queue 10,000 runs within seconds, few enough to stay far below the account's limits. */
const BATCHES_AT_ONCE = 20;
/** How often what a batch left out is sent again; the SDK retries whole calls by itself. */
const MAX_ATTEMPTS = 3;

/** Queues runs, each delayed to its own moment within the tick. A batch may succeed in part: the rest is sent again. */
export function sqsQueue(client: SQSClient, queueUrl: string, log: Log): RunQueue {
  return {
    async send(runs) {
      let waiting = runs;
      for (let attempt = 0; attempt < MAX_ATTEMPTS && waiting.length > 0; attempt++) {
        waiting = await sendOnce(client, queueUrl, waiting, log);
      }
      return waiting;
    },
  };
}

async function sendOnce(
  client: SQSClient,
  queueUrl: string,
  runs: readonly DueRun[],
  log: Log,
): Promise<readonly DueRun[]> {
  const batches = Array.from({ length: Math.ceil(runs.length / BATCH_SIZE) }, (_, i) =>
    runs.slice(i * BATCH_SIZE, (i + 1) * BATCH_SIZE),
  );
  const leftOut: DueRun[] = [];
  const worker = async () => {
    for (let batch = batches.pop(); batch !== undefined; batch = batches.pop()) {
      leftOut.push(...(await sendBatch(client, queueUrl, batch, log)));
    }
  };
  await Promise.all(Array.from({ length: BATCHES_AT_ONCE }, worker));
  return leftOut;
}

async function sendBatch(
  client: SQSClient,
  queueUrl: string,
  runs: readonly DueRun[],
  log: Log,
): Promise<readonly DueRun[]> {
  try {
    const { Failed } = await client.send(
      new SendMessageBatchCommand({
        QueueUrl: queueUrl,
        Entries: runs.map((run, index) => ({
          Id: String(index),
          MessageBody: JSON.stringify(run),
          DelaySeconds: Math.floor(run.delayMs / 1000),
        })),
      }),
    );
    return (Failed ?? []).flatMap(({ Id }) => runs[Number(Id)] ?? []);
  } catch (error) {
    // The SDK has retried; whoever asked learns which runs are missing and fails the tick.
    log('error', 'runs could not be queued', { runs: runs.length, error });
    return runs;
  }
}
