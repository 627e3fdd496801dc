import { randomUUID } from 'node:crypto';
import { CreateTableCommand, DeleteTableCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, inject, test } from 'vitest';
import { awsClients } from '../../emulator/clients.ts';
import { dynamoLeases } from '../../lambda/aws/leases.ts';
import { dynamoOutbox } from '../../lambda/aws/outbox.ts';
import { dynamoSeenVersions } from '../../lambda/aws/seen-versions.ts';
import { dynamoSlots } from '../../lambda/aws/slots.ts';
import { dynamoStore } from '../../lambda/aws/store.ts';
import { describeLeases } from '../support/leases-contract.ts';
import { describeSeenVersions } from '../support/seen-versions-contract.ts';
import { describeStore } from '../support/store-contract.ts';

const { dynamo } = awsClients(inject('emulator'));

async function newTable() {
  const TableName = `store-${randomUUID()}`;
  await dynamo.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    }),
  );
  return {
    TableName,
    [Symbol.asyncDispose]: async () => {
      await dynamo.send(new DeleteTableCommand({ TableName }));
    },
  };
}

describeStore('a table in AWS', async (now) => {
  const { TableName, ...table } = await newTable();
  return {
    ...table,
    store: dynamoStore(dynamo, TableName),
    outbox: dynamoOutbox(dynamo, TableName, now, () => {}),
    slots: dynamoSlots(dynamo, TableName, now),
    corrupt: async (probe) => {
      const Item = {
        pk: { S: `probe#${probe}` },
        sk: { S: 'state' },
        state: { S: '{"slot":"?"}' },
        revision: { N: '1' },
      };
      await dynamo.send(new PutItemCommand({ TableName, Item }));
    },
  };
});

describeLeases('a table in AWS', async (now) => {
  const { TableName, ...table } = await newTable();
  return { ...table, holder: () => dynamoLeases(dynamo, TableName, now) };
});

describeSeenVersions('a table in AWS', async () => {
  const { TableName, ...table } = await newTable();
  return { ...table, seen: dynamoSeenVersions(dynamo, TableName) };
});

test('versions of secrets that cannot be understood are reported, with what to do', async () => {
  await using table = await newTable();
  const { TableName } = table;
  const seen = dynamoSeenVersions(dynamo, TableName);
  for (const versions of ['[]', '{"a":5}', 'x']) {
    const Item = {
      pk: { S: 'rotation#seen' },
      sk: { S: 'versions' },
      revision: { N: '1' },
      versions: { S: versions },
    };
    await dynamo.send(new PutItemCommand({ TableName, Item }));
    await expect(seen.read()).rejects.toThrow(/rotation#seen.*delete it/);
  }
});
