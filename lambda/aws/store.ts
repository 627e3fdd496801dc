import {
  BatchGetItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  type Put,
  PutItemCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { lastRun } from '../incidents/last-run.ts';
import { parseCredentialState, parseProbeState } from '../incidents/state-schema.ts';
import { type LastRun, type StateStore, type Stored, type Transition, UnreadableStateError } from '../ports.ts';
import { lostRace } from './lost-race.ts';
import { outboxItem } from './outbox.ts';

/** BatchGetItem takes 100 keys. @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html */
const BATCH_GET_KEYS = 100;
/**
 * After so many calls, keys that DynamoDB keeps leaving unprocessed are passed over: their probes run, and whether
 * they had run before is found out when their state is written.
 */
const MAX_BATCH_GETS = 10;

/**
 * States as items of the table: key `probe#NAME` or `credential#NAME`, the state as JSON, and its revision, which
 * every write expects unchanged.
 */
export function dynamoStore(client: DynamoDBClient, table: string): StateStore {
  return {
    async lastRuns(probes) {
      const runs = new Map<string, LastRun>();
      // A key may not be asked for twice in one call, and a batch may hold two runs of one probe.
      let keys = [...new Set(probes)].map((name) => stateKey('probe', name));
      for (let calls = 0; keys.length > 0 && calls < MAX_BATCH_GETS; calls++) {
        const { Responses, UnprocessedKeys } = await client.send(
          new BatchGetItemCommand({
            RequestItems: {
              [table]: {
                Keys: keys.slice(0, BATCH_GET_KEYS),
                ConsistentRead: true,
                ProjectionExpression: 'pk, slot, #state',
                ExpressionAttributeNames: { '#state': 'state' },
              },
            },
          }),
        );
        for (const { pk, slot, state } of Responses?.[table] ?? []) {
          if (pk?.S && slot?.N) runs.set(pk.S.slice('probe#'.length), lastRun(Number(slot.N), state?.S));
        }
        const unprocessed = (UnprocessedKeys?.[table]?.Keys ?? []) as typeof keys;
        keys = [...unprocessed, ...keys.slice(BATCH_GET_KEYS)];
      }
      return runs;
    },
    readProbe: (name) => read(client, table, 'probe', name, parseProbeState),
    readCredential: (name) => read(client, table, 'credential', name, parseCredentialState),
    async write(transition) {
      const state = statePut(table, transition);
      try {
        if (transition.alerts.length === 0) await client.send(new PutItemCommand(state));
        else {
          const alerts = transition.alerts.map((alert) => ({ Put: { TableName: table, Item: outboxItem(alert) } }));
          await client.send(new TransactWriteItemsCommand({ TransactItems: [{ Put: state }, ...alerts] }));
        }
        return true;
      } catch (error) {
        if (lostRace(error)) return false;
        throw error;
      }
    },
  };
}

async function read<State>(
  client: DynamoDBClient,
  table: string,
  type: 'probe' | 'credential',
  name: string,
  parse: (json: string) => State | undefined,
): Promise<Stored<State> | undefined> {
  const key = stateKey(type, name);
  const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true }));
  if (Item === undefined) return undefined;
  const state = parse(Item.state?.S ?? '');
  const revision = Number(Item.revision?.N);
  if (state === undefined || !Number.isSafeInteger(revision)) {
    throw new UnreadableStateError(
      `item ${key.pk.S} of table ${table} is not a state that this version wrote: repair or delete it`,
    );
  }
  return { state, revision };
}

function statePut(table: string, { next, expectedRevision }: Transition): Put & { Item: NonNullable<Put['Item']> } {
  return {
    TableName: table,
    Item: {
      ...stateKey(next.type, next.name),
      revision: { N: String((expectedRevision ?? 0) + 1) },
      state: { S: JSON.stringify(next.state) },
      ...(next.type === 'probe' && { slot: { N: String(next.state.slot) } }),
    },
    ...(expectedRevision === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: 'revision = :expected',
          ExpressionAttributeValues: { ':expected': { N: String(expectedRevision) } },
        }),
  };
}

function stateKey(type: 'probe' | 'credential', name: string) {
  return { pk: { S: `${type}#${name}` }, sk: { S: 'state' } };
}
