import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { CreateSecretCommand } from '@aws-sdk/client-secrets-manager';
import { SetTopicAttributesCommand } from '@aws-sdk/client-sns';
import { SetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { PutParameterCommand } from '@aws-sdk/client-ssm';
import { expect, test } from 'vitest';
import { logsOf } from '../../emulator/calls.ts';
import { awsClients } from '../../emulator/clients.ts';
import { bootstrap } from '../../emulator/deploy.ts';
import { startEmulator } from '../../emulator/start.ts';
import { deployMonitor, promptName } from '../support/deployed-monitor.ts';
import { startServer } from '../support/http-server.ts';

test('the permissions of the roles are enough for everything that the functions do', async () => {
  await using server = await startServer((request, response) => {
    response.writeHead(request.headers.authorization === 'Bearer valid-token' ? 200 : 403).end();
  });
  // One of its own: on the common one, others still deploy.
  await using emulator = await startEmulator((message) => console.error(message));
  const { access } = emulator;
  const { dynamo, secrets, sns, sqs, ssm } = awsClients(access);
  await ssm.send(new PutParameterCommand({ Name: '/enforced/valid', Value: 'valid-token', Type: 'SecureString' }));
  await secrets.send(new CreateSecretCommand({ Name: 'enforced/refused', SecretString: 'refused-token' }));
  await bootstrap(access);
  const probe = (name: string, credential: string) => ({ name, url: server.url, credential, every: '1m' });
  const [orders, refunds] = [promptName('orders'), promptName('refunds')];
  const monitor = await deployMonitor(access, {
    monitor: 'enforced',
    allowPrivateNetwork: true,
    credentials: {
      valid: { kind: 'bearer', secret: 'ssm:/enforced/valid' },
      refused: { kind: 'bearer', secret: 'enforced/refused' },
    },
    probes: [probe(orders, 'valid'), probe(refunds, 'refused')],
  });

  // The emulator speaks plain HTTP, which the policies of queues and topics refuse, as they should.
  const { QueueUrl, AlertsTopicArn: TopicArn } = monitor.outputs;
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy: '' } }));
  const AttributeValue = JSON.stringify({ Version: '2012-10-17', Statement: [] });
  await sns.send(new SetTopicAttributesCommand({ TopicArn, AttributeName: 'Policy', AttributeValue }));
  await emulator.enforcePermissions();

  for (let n = 0; n < 3; n++) await monitor.tick();
  const mails = (await monitor.mails()).map(({ text }) => text).join();
  expect(mails).toContain(refunds);
  expect(mails).not.toContain(orders);

  // Both secrets are watched, without being read.
  const { Item } = await dynamo.send(
    new GetItemCommand({
      TableName: monitor.outputs.TableName,
      Key: { pk: { S: 'rotation#seen' }, sk: { S: 'versions' } },
    }),
  );
  expect(Object.keys(JSON.parse(Item?.versions?.S ?? '{}'))).toHaveLength(2);

  // The one call that it refuses is the one whose condition key, `cloudwatch:namespace`, it does not know.
  const logs = await logsOf(access, 'scopewatch-enforced');
  const refused = [...logs.matchAll(/not authorized to perform: (\S+)/g)].map(([, permission]) => permission);
  expect(new Set(refused)).toEqual(new Set(['cloudwatch:PutMetricData']));
});
