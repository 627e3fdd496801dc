import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { awsSecrets } from '../../lambda/aws/secrets.ts';

const secretsManager = mockClient(SecretsManagerClient);
const ssm = mockClient(SSMClient);
beforeEach(() => {
  secretsManager.reset();
  ssm.reset();
});

const reader = () => awsSecrets(new SecretsManagerClient({}), new SSMClient({}));
const named = (name: string) => Object.assign(new Error('x'), { name });

test.each([
  ['ResourceNotFoundException', 'secret prod/ci does not exist, or has no value yet'],
  ['AccessDeniedException', 'secret prod/ci may not be read: the role lacks permission for it or for its KMS key'],
  ['DecryptionFailure', 'secret prod/ci cannot be decrypted: its KMS key is disabled or forbidden'],
])('%s of Secrets Manager is a result', async (name, reason) => {
  secretsManager.on(GetSecretValueCommand).rejects(named(name));
  expect(await reader().read('prod/ci#token')).toEqual({ unreadable: reason });
});

test('ParameterNotFound of Systems Manager is a result', async () => {
  ssm.on(GetParameterCommand).rejects(named('ParameterNotFound'));
  expect(await reader().read('ssm:/prod/ci')).toEqual({ unreadable: 'parameter /prod/ci does not exist' });
});

test.each(['ThrottlingException', 'InternalServiceError', 'TimeoutError'])('%s is a fault of AWS', async (name) => {
  secretsManager.on(GetSecretValueCommand).rejects(named(name));
  await expect(reader().read('prod/ci')).rejects.toThrow();
});

test('a binary secret is read as text', async () => {
  secretsManager.on(GetSecretValueCommand).resolves({ SecretBinary: Buffer.from('token'), VersionId: 'v1' });
  expect(await reader().read('prod/ci')).toEqual({ value: 'token', version: 'v1' });
});
