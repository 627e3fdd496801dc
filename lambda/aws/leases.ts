import { randomUUID } from 'node:crypto';
import { DeleteItemCommand, type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Leases } from '../ports.ts';
import { LEASE_KEY } from './lease-key.ts';
import { lostRace } from './lost-race.ts';

/**
 * Leases as items `lease#NAME`. What makes them is one holder: in an account, one running environment of the function.
 * The table's time to live removes what a holder that died has left; it may take days, so the end is also compared.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html
 */
export function dynamoLeases(client: DynamoDBClient, table: string, now: () => number): Leases {
  const holder = randomUUID();
  const key = (name: string) => ({ pk: { S: `${LEASE_KEY}${name}` }, sk: { S: 'lease' } });
  const names = { '#holder': 'holder' };
  return {
    async take(name, leaseMs) {
      const until = now() + leaseMs;
      try {
        await client.send(
          new PutItemCommand({
            TableName: table,
            Item: {
              ...key(name),
              holder: { S: holder },
              leaseUntil: { N: String(until) },
              expiresAt: { N: String(Math.ceil(until / 1_000)) },
            },
            ConditionExpression: 'attribute_not_exists(pk) OR leaseUntil < :now OR #holder = :holder',
            ExpressionAttributeNames: names,
            ExpressionAttributeValues: { ':now': { N: String(now()) }, ':holder': { S: holder } },
          }),
        );
        return true;
      } catch (error) {
        if (lostRace(error)) return false;
        throw error;
      }
    },
    async release(name) {
      try {
        await client.send(
          new DeleteItemCommand({
            TableName: table,
            Key: key(name),
            ConditionExpression: '#holder = :holder',
            ExpressionAttributeNames: names,
            ExpressionAttributeValues: { ':holder': { S: holder } },
          }),
        );
      } catch (error) {
        // It ended, and somebody else has it or had it.
        if (!lostRace(error)) throw error;
      }
    },
  };
}
