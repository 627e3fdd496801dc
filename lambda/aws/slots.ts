import { type DynamoDBClient, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { SlotLedger } from '../ports.ts';
import { lostRace } from './lost-race.ts';

/** How long a dispatched slot is remembered: longer than the scheduler repeats a tick. Seconds. */
const REMEMBERED_SECONDS = 24 * 60 * 60;

/** Slots as items `slot#EPOCH_MS` that the table's time to live removes. */
export function dynamoSlots(client: DynamoDBClient, table: string, now: () => number): SlotLedger {
  const key = (slot: number) => ({ pk: { S: `slot#${slot}` }, sk: { S: 'slot' } });
  return {
    async claim(slot, leaseMs) {
      try {
        await client.send(
          new PutItemCommand({
            TableName: table,
            Item: {
              ...key(slot),
              leaseUntil: { N: String(now() + leaseMs) },
              expiresAt: { N: String(Math.ceil(now() / 1000) + REMEMBERED_SECONDS) },
            },
            // A finished slot has no lease any more, so it can never be claimed again.
            ConditionExpression: 'attribute_not_exists(pk) OR leaseUntil < :now',
            ExpressionAttributeValues: { ':now': { N: String(now()) } },
          }),
        );
        return true;
      } catch (error) {
        if (lostRace(error)) return false;
        throw error;
      }
    },
    async finish(slot) {
      await client.send(
        new UpdateItemCommand({ TableName: table, Key: key(slot), UpdateExpression: 'REMOVE leaseUntil' }),
      );
    },
  };
}
