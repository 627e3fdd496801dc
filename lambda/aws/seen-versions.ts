import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { isRecord } from '../config/plain.ts';
import { type SeenVersions, UnreadableStateError } from '../ports.ts';
import { lostRace } from './lost-race.ts';
import { SEEN_VERSIONS_KEY } from './seen-versions-key.ts';

const KEY = { pk: { S: SEEN_VERSIONS_KEY }, sk: { S: 'versions' } };

/**
 * All versions in one item of the table, as JSON, with a revision that every write expects unchanged. A thousand
 * secrets take less than 100 KB of the 400 that an item may have.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html (item size)
 */
export function dynamoSeenVersions(client: DynamoDBClient, table: string): SeenVersions {
  return {
    async read() {
      const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: KEY, ConsistentRead: true }));
      if (Item === undefined) return undefined;
      const state = parse(Item.versions?.S ?? '');
      const revision = Number(Item.revision?.N);
      if (state === undefined || !Number.isSafeInteger(revision)) {
        throw new UnreadableStateError(
          `item ${SEEN_VERSIONS_KEY} of table ${table} is not what this version wrote: delete it`,
        );
      }
      return { state, revision };
    },

    async write(versions, expectedRevision) {
      try {
        await client.send(
          new PutItemCommand({
            TableName: table,
            Item: {
              ...KEY,
              revision: { N: String((expectedRevision ?? 0) + 1) },
              versions: { S: JSON.stringify(Object.fromEntries(versions)) },
            },
            ...(expectedRevision === undefined
              ? { ConditionExpression: 'attribute_not_exists(pk)' }
              : {
                  ConditionExpression: 'revision = :expected',
                  ExpressionAttributeValues: { ':expected': { N: String(expectedRevision) } },
                }),
          }),
        );
        return true;
      } catch (error) {
        if (lostRace(error)) return false;
        throw error;
      }
    },
  };
}

function parse(json: string): ReadonlyMap<string, string> | undefined {
  try {
    const versions: unknown = JSON.parse(json);
    if (!isRecord(versions)) return undefined;
    const texts = Object.entries(versions).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    return texts.length === Object.keys(versions).length ? new Map(texts) : undefined;
  } catch {
    return undefined;
  }
}
