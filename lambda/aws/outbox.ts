import {
  type AttributeValue,
  DeleteItemCommand,
  type DynamoDBClient,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Alert } from '../incidents/alert.ts';
import { parseAlert } from '../incidents/state-schema.ts';
import type { Log, Outbox } from '../ports.ts';
import { lostRace } from './lost-race.ts';
import { OUTBOX_KEY } from './outbox-key.ts';

/** How many alerts one reading takes; the rest is the next one's. */
const PENDING_LIMIT = 500;

/** Alerts as items of the table, in the order in which they happened. An item that cannot be read stays and is logged. */
export function dynamoOutbox(client: DynamoDBClient, table: string, now: () => number, log: Log): Outbox {
  const ours = new Map<string, string>();

  return {
    async pending() {
      const alerts: Alert[] = [];
      let from: Record<string, AttributeValue> | undefined;
      do {
        const page = await client.send(
          new QueryCommand({
            TableName: table,
            ConsistentRead: true,
            KeyConditionExpression: 'pk = :outbox',
            FilterExpression: 'attribute_not_exists(claimedUntil) OR claimedUntil < :now',
            ExpressionAttributeValues: { ':outbox': { S: OUTBOX_KEY }, ':now': { N: String(now()) } },
            ...(from && { ExclusiveStartKey: from }),
          }),
        );
        for (const { sk, alert } of page.Items ?? []) {
          const parsed = parseAlert(alert?.S ?? '');
          if (parsed) alerts.push(parsed);
          else log('error', 'an alert in the outbox cannot be read', { table, sk: sk?.S });
        }
        from = page.LastEvaluatedKey;
      } while (from && alerts.length < PENDING_LIMIT);
      return alerts.slice(0, PENDING_LIMIT);
    },

    async claim(alerts, leaseMs) {
      const until = String(now() + leaseMs);
      const claimed = await Promise.all(
        alerts.map(async (alert) => {
          try {
            await client.send(
              new UpdateItemCommand({
                TableName: table,
                Key: outboxKey(alert),
                UpdateExpression: 'SET claimedUntil = :until',
                ConditionExpression:
                  'attribute_exists(pk) AND (attribute_not_exists(claimedUntil) OR claimedUntil < :now)',
                ExpressionAttributeValues: { ':until': { N: until }, ':now': { N: String(now()) } },
              }),
            );
            ours.set(alert.id, until);
            return [alert];
          } catch (error) {
            if (lostRace(error)) return [];
            throw error;
          }
        }),
      );
      return claimed.flat();
    },

    async release(alerts) {
      await Promise.all(
        alerts.map(async (alert) => {
          const until = ours.get(alert.id);
          if (until === undefined) return;
          try {
            await client.send(
              new UpdateItemCommand({
                TableName: table,
                Key: outboxKey(alert),
                UpdateExpression: 'REMOVE claimedUntil',
                ConditionExpression: 'claimedUntil = :until',
                ExpressionAttributeValues: { ':until': { N: until } },
              }),
            );
          } catch (error) {
            if (!lostRace(error)) throw error;
          }
        }),
      );
    },

    async remove(alerts) {
      await Promise.all(
        alerts.map((alert) => client.send(new DeleteItemCommand({ TableName: table, Key: outboxKey(alert) }))),
      );
    },
  };
}

/** An alert as it is stored. The time leads the sort key, so that a query reads the outbox in order. */
export function outboxItem(alert: Alert): Record<string, AttributeValue> {
  return { ...outboxKey(alert), alert: { S: JSON.stringify(alert) } };
}

function outboxKey(alert: Alert): Record<string, AttributeValue> {
  return { pk: { S: OUTBOX_KEY }, sk: { S: `${String(alert.at).padStart(15, '0')}#${alert.id}` } };
}
