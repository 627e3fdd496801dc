import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { GetQueueAttributesCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { invoke } from '../../emulator/calls.ts';
import { awsClients } from '../../emulator/clients.ts';
import { deploy, type Outputs } from '../../emulator/deploy.ts';
import { type Mail, openInbox } from '../../emulator/inbox.ts';
import type { EmulatorAccess } from '../../emulator/start.ts';
import { dynamoStore } from '../../lambda/aws/store.ts';
import type { ConfigInput } from '../../lambda/config/input.ts';
import { parseConfig } from '../../lambda/config/schema.ts';
import type { DueRun } from '../../lambda/ports.ts';
import { dueRuns } from '../../lambda/schedule/due.ts';
import { eventually } from './eventually.ts';

const MINUTE_MS = 60_000;

/** A monitor that is deployed on the emulator, and the means to drive it and to look at what it does. */
export interface DeployedMonitor {
  readonly outputs: Outputs;
  /** One tick of the scheduler, ahead of the clock; returns when every probe that is due in it has been judged. */
  tick(): Promise<number>;
  /** Delivers the tick of a slot once more. */
  tickAgain(slot: number): Promise<void>;
  /** Puts a run onto the queue, past the dispatcher, and waits until the queue is empty again. */
  deliver(run: DueRun): Promise<void>;
  /** What was published since the last call, when nothing more is waiting to be. */
  mails(): Promise<readonly Mail[]>;
}

/**
 * Deploys a monitor by the real CDK, with a queue subscribed to its alerts beside the mails.
 *
 * Ticks are taken from the future, so that those of the emulator's own scheduler, which come too, find every slot of
 * theirs judged already.
 */
export async function deployMonitor(emulator: EmulatorAccess, input: ConfigInput): Promise<DeployedMonitor> {
  const { dynamo, sns, sqs } = awsClients(emulator);
  const config = parseConfig(input);
  const file = join(emulator.directory, `${config.monitor}.json`);
  writeFileSync(file, JSON.stringify(input));
  const outputs = await deploy(emulator, file);
  const output = (name: string) => outputs[name] ?? fail(`the stack has no output ${name}`);
  const store = dynamoStore(dynamo, output('TableName'));
  const inbox = await openInbox({ sns, sqs }, output('AlertsTopicArn'), `inbox-${config.monitor}`);

  let slot = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS + 10 * MINUTE_MS;

  return {
    outputs,
    async tick() {
      slot += MINUTE_MS;
      await dispatch(slot);
      const due = dueRuns(config, slot, MINUTE_MS).flatMap(({ probe }) => probe ?? []);
      await eventually(`all of ${due.length} probes judged for slot ${slot}`, async () => {
        const judged = await store.lastRuns(due);
        return due.every((probe) => judged.get(probe)?.slot === slot);
      });
      return slot;
    },
    tickAgain: dispatch,
    async deliver(run) {
      const QueueUrl = output('QueueUrl');
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(run) }));
      await eventually('the queue is empty', async () => (await messagesIn(QueueUrl)) === 0);
    },
    async mails() {
      await eventually('the outbox is empty', async () => (await waitingAlerts()) === 0);
      return drain();
    },
  };

  function dispatch(at: number): Promise<void> {
    return invoke(emulator, output('DispatchFunctionName'), { scheduledAt: new Date(at).toISOString() });
  }

  async function messagesIn(QueueUrl: string): Promise<number> {
    const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...names] }));
    return names.reduce((sum, name) => sum + Number(Attributes?.[name]), 0);
  }

  async function waitingAlerts(): Promise<number> {
    const { Count } = await dynamo.send(
      new QueryCommand({
        TableName: output('TableName'),
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :outbox',
        ExpressionAttributeValues: { ':outbox': { S: 'outbox' } },
      }),
    );
    return Count ?? 0;
  }

  async function drain(): Promise<readonly Mail[]> {
    const mails: Mail[] = [];
    for (;;) {
      const more = await inbox.receive();
      if (more.length === 0) return mails;
      mails.push(...more);
    }
  }
}

/** A probe's name that makes it due at the very start of its slot, so that nobody waits for its turn. */
export function promptName(name: string): string {
  for (let suffix = 1; ; suffix++) {
    const candidate = `${name} ${suffix}`;
    const { probes, ...config } = parseConfig({
      monitor: 'a',
      probes: [{ name: candidate, url: 'http://a.example/', every: '1m' }],
    });
    const [run] = dueRuns({ ...config, probes }, 0, MINUTE_MS);
    if (run !== undefined && run.delayMs < 1_000) return candidate;
  }
}

function fail(message: string): never {
  throw new Error(message);
}
