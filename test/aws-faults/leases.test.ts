import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DynamoDBClient,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { dynamoLeases } from '../../lambda/aws/leases.ts';

const dynamo = mockClient(DynamoDBClient);
beforeEach(() => dynamo.reset());

const leases = () => dynamoLeases(new DynamoDBClient({}), 'table', () => 1_000_500);
const lost = new ConditionalCheckFailedException({ message: 'lost', $metadata: {} });
const down = Object.assign(new Error('x'), { name: 'InternalServerError' });

test('a lease names its end, also for the time to live of the table', async () => {
  dynamo.on(PutItemCommand).resolves({});
  expect(await leases().take('refresh prod/pair', 60_000)).toBe(true);
  expect(dynamo.commandCalls(PutItemCommand)[0]?.args[0].input.Item).toMatchObject({
    pk: { S: 'lease#refresh prod/pair' },
    leaseUntil: { N: '1060500' },
    expiresAt: { N: '1061' },
  });
});

test('a lease that somebody else has is not taken, and one that is not ours is not given back', async () => {
  dynamo.on(PutItemCommand).rejects(lost).on(DeleteItemCommand).rejects(lost);
  expect(await leases().take('a', 1)).toBe(false);
  await expect(leases().release('a')).resolves.toBeUndefined();
});

test('a fault of AWS is one: nobody has the lease then', async () => {
  dynamo.on(PutItemCommand).rejects(down).on(DeleteItemCommand).rejects(down);
  await expect(leases().take('a', 1)).rejects.toThrow();
  await expect(leases().release('a')).rejects.toThrow();
});
