import { randomUUID } from 'node:crypto';
import { CreateSecretCommand } from '@aws-sdk/client-secrets-manager';
import { expect, inject, test } from 'vitest';
import { awsClients } from '../../emulator/clients.ts';
import { awsSecretWriter } from '../../lambda/aws/secret-writer.ts';
import { awsSecrets } from '../../lambda/aws/secrets.ts';

const { secrets: secretsManager, ssm } = awsClients(inject('emulator'));

test('a secret is written as a new version, the one before stays readable, and trying changes nothing', async () => {
  const name = `prod/pair-${randomUUID()}`;
  await secretsManager.send(new CreateSecretCommand({ Name: name, SecretString: 'one' }));
  const reader = awsSecrets(secretsManager, ssm);
  const writer = awsSecretWriter(secretsManager);
  const first = await reader.read(name);
  if (first.value === undefined) throw new Error(first.unreadable);
  expect(await writer.check?.(name, first)).toBeUndefined();
  expect(await reader.read(name)).toEqual(first);

  const { version } = await writer.write(name, 'two');
  expect(await reader.read(name)).toEqual({ value: 'two', version });
  expect(await reader.previous?.(name)).toEqual(first);
  expect(await writer.write(name, 'two')).toEqual({ version });
});
