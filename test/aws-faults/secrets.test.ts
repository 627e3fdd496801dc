import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
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

describe('the value before', () => {
  test('is what Secrets Manager keeps as the previous version', async () => {
    const before = { SecretId: 'prod/ci', VersionStage: 'AWSPREVIOUS' };
    secretsManager.on(GetSecretValueCommand, before).resolves({ SecretString: 'old', VersionId: 'v1' });
    expect(await reader().previous?.('prod/ci#token')).toEqual({ value: 'old', version: 'v1' });
  });

  test('is the version of the parameter with the number before', async () => {
    ssm.on(GetParameterCommand, { Name: '/prod/ci' }).resolves({ Parameter: { Value: 'new', Version: 3 } });
    ssm.on(GetParameterCommand, { Name: '/prod/ci:2' }).resolves({ Parameter: { Value: 'old', Version: 2 } });
    expect(await reader().previous?.('ssm:/prod/ci')).toEqual({ value: 'old', version: '2' });
  });

  test('is none where there was only one', async () => {
    secretsManager.on(GetSecretValueCommand).rejects(named('ResourceNotFoundException'));
    ssm.on(GetParameterCommand).resolves({ Parameter: { Value: 'new', Version: 1 } });
    expect(await reader().previous?.('prod/ci')).toBeUndefined();
    expect(await reader().previous?.('ssm:/prod/ci')).toBeUndefined();
    expect(ssm.commandCalls(GetParameterCommand)).toHaveLength(1);
  });

  test('is none where the store has forgotten it', async () => {
    ssm.on(GetParameterCommand, { Name: '/prod/ci' }).resolves({ Parameter: { Value: 'new', Version: 3 } });
    ssm.on(GetParameterCommand, { Name: '/prod/ci:2' }).rejects(named('ParameterVersionNotFound'));
    expect(await reader().previous?.('ssm:/prod/ci')).toBeUndefined();
  });

  test('is not known when AWS is at fault', async () => {
    secretsManager.on(GetSecretValueCommand).rejects(named('InternalServiceError'));
    await expect(reader().previous?.('prod/ci')).rejects.toThrow();
  });
});
