import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { sqsQueue } from '../../lambda/aws/queue.ts';
import type { DueRun } from '../../lambda/ports.ts';

const sqs = mockClient(SQSClient);
beforeEach(() => sqs.reset());

const logged: string[] = [];
const queue = () => sqsQueue(new SQSClient({}), 'queue', (_level, message) => void logged.push(message));

const runs = (count: number): readonly DueRun[] =>
  Array.from({ length: count }, (_, i) => ({ probe: `probe ${i}`, slot: 60_000, delayMs: i * 1_500 }));

const sent = () => sqs.commandCalls(SendMessageBatchCommand).map(({ args: [{ input }] }) => input.Entries ?? []);

test('sends ten runs a call, each delayed to its own second', async () => {
  sqs.on(SendMessageBatchCommand).resolves({});
  expect(await queue().send(runs(25))).toEqual([]);
  expect(
    sent()
      .map(({ length }) => length)
      .toSorted(),
  ).toEqual([10, 10, 5]);
  const entries = sent().flat();
  const delays = entries.map(({ MessageBody = '', DelaySeconds }) => [JSON.parse(MessageBody).probe, DelaySeconds]);
  expect(delays).toContainEqual(['probe 3', 4]);
});

test('what a successful call left out is sent again, alone', async () => {
  sqs
    .on(SendMessageBatchCommand)
    .resolvesOnce({ Failed: [{ Id: '1', Code: 'InternalError', SenderFault: false }] })
    .resolves({});
  expect(await queue().send(runs(3))).toEqual([]);
  const [, again = []] = sent();
  expect(again.map(({ MessageBody = '' }) => JSON.parse(MessageBody).probe)).toEqual(['probe 1']);
});

test('runs that are never accepted come back, the others are queued', async () => {
  sqs.on(SendMessageBatchCommand).callsFake(({ Entries }) => ({
    Failed: Entries.filter(({ MessageBody }: { MessageBody: string }) => MessageBody.includes('"probe 2"')),
  }));
  const rejected = await queue().send(runs(5));
  expect(rejected.map(({ probe }) => probe)).toEqual(['probe 2']);
});

test('a call that fails as a whole gives its runs back', async () => {
  sqs.on(SendMessageBatchCommand).rejects(new Error('throttled'));
  expect(await queue().send(runs(2))).toHaveLength(2);
  expect(logged).toContain('runs could not be queued');
});
