import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { dynamoStore } from '../../lambda/aws/store.ts';
import type { Alert } from '../../lambda/incidents/alert.ts';
import { type Transition, UnreadableStateError } from '../../lambda/ports.ts';

const dynamo = mockClient(DynamoDBClient);
beforeEach(() => dynamo.reset());
const store = () => dynamoStore(new DynamoDBClient({}), 'table');

const metadata = { $metadata: {}, message: 'x' };
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({ ...metadata, CancellationReasons: codes.map((Code) => ({ Code })) });

const alert: Alert = {
  id: 'probe/a/probe-failing/1',
  kind: 'probe-failing',
  severity: 'critical',
  subject: { type: 'probe', name: 'a' },
  at: 1,
  since: 1,
  failures: [],
  probes: ['a'],
  probeCount: 1,
};
const transition = (alerts: readonly Alert[]): Transition => ({
  next: { type: 'probe', name: 'a', state: { slot: 1, observedAt: 1, outcome: 'failed', durationMs: 1, badRuns: 2 } },
  expectedRevision: 3,
  alerts,
});

test('a write that another writer was ahead of gives false', async () => {
  dynamo.on(PutItemCommand).rejects(new ConditionalCheckFailedException(metadata));
  expect(await store().write(transition([]))).toBe(false);
});

test.each([[['ConditionalCheckFailed', 'None']], [['TransactionConflict', 'None']]])(
  'a transaction cancelled for %j gives false',
  async (codes) => {
    dynamo.on(TransactWriteItemsCommand).rejects(cancelled(...codes));
    expect(await store().write(transition([alert]))).toBe(false);
  },
);

test.each([[['ThrottlingError', 'None']], [['None', 'ItemCollectionSizeLimitExceeded']], [[]]])(
  'a transaction cancelled for %j is a fault',
  async (codes) => {
    dynamo.on(TransactWriteItemsCommand).rejects(cancelled(...codes));
    await expect(store().write(transition([alert]))).rejects.toThrow();
  },
);

test('the state and its alerts are one transaction', async () => {
  dynamo.on(TransactWriteItemsCommand).resolves({});
  expect(await store().write(transition([alert]))).toBe(true);
  const [call] = dynamo.commandCalls(TransactWriteItemsCommand);
  const puts = (call?.args[0].input.TransactItems ?? []).map(({ Put }) => [Put?.Item?.pk?.S, Put?.ConditionExpression]);
  expect(puts).toEqual([
    ['probe#a', 'revision = :expected'],
    ['outbox', undefined],
  ]);
});

test('keys that DynamoDB left unprocessed are asked for again', async () => {
  const item = (name: string) => ({ pk: { S: `probe#${name}` }, slot: { N: '7' } });
  const key = (name: string) => ({ pk: { S: `probe#${name}` }, sk: { S: 'state' } });
  dynamo
    .on(BatchGetItemCommand)
    .resolvesOnce({ Responses: { table: [item('a')] }, UnprocessedKeys: { table: { Keys: [key('b')] } } })
    .resolves({ Responses: { table: [item('b')] } });
  expect([...(await store().lastRuns(['a', 'b']))]).toEqual([
    ['a', { slot: 7 }],
    ['b', { slot: 7 }],
  ]);
});

test('a probe that is named twice is asked for once', async () => {
  dynamo.on(BatchGetItemCommand).resolves({});
  await store().lastRuns(['a', 'a']);
  const [call] = dynamo.commandCalls(BatchGetItemCommand);
  expect(call?.args[0].input.RequestItems?.table?.Keys).toHaveLength(1);
});

test.each([
  [{ pk: { S: 'probe#a' }, state: { S: '{' }, revision: { N: '1' } }],
  [{ pk: { S: 'probe#a' }, state: { S: '{"slot":"yesterday"}' }, revision: { N: '1' } }],
  [{ pk: { S: 'probe#a' } }],
])('an item that we did not write is reported: %j', async (Item) => {
  dynamo.on(GetItemCommand).resolves({ Item });
  await expect(store().readProbe('a')).rejects.toThrow(UnreadableStateError);
});
