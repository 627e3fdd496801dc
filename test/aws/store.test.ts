import { randomUUID } from 'node:crypto';
import { CreateTableCommand, DeleteTableCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { inject } from 'vitest';
import { awsClients } from '../../emulator/clients.ts';
import { dynamoLeases } from '../../lambda/aws/leases.ts';
import { dynamoOutbox } from '../../lambda/aws/outbox.ts';
import { dynamoSlots } from '../../lambda/aws/slots.ts';
import { dynamoStore } from '../../lambda/aws/store.ts';
import { describeLeases } from '../support/leases-contract.ts';
import { describeStore } from '../support/store-contract.ts';

const { dynamo } = awsClients(inject('emulator'));

describeLeases('a table in AWS', async (now) => {
  const TableName = await makeTable();
  return {
    holder: () => dynamoLeases(dynamo, TableName, now),
    [Symbol.asyncDispose]: async () => {
      await dynamo.send(new DeleteTableCommand({ TableName }));
    },
  };
});

async function makeTable(): Promise<string> {
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
  return TableName;
}

describeStore('a table in AWS', async (now) => {
  const TableName = await makeTable();
  return {
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
    [Symbol.asyncDispose]: async () => {
      await dynamo.send(new DeleteTableCommand({ TableName }));
    },
  };
});
