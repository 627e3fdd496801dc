import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
import { awsSecretWriter } from '../../lambda/aws/secret-writer.ts';

const secretsManager = mockClient(SecretsManagerClient);
beforeEach(() => secretsManager.reset());

const writer = () => awsSecretWriter(new SecretsManagerClient({}));
const named = (name: string) => Object.assign(new Error('hunter2'), { name });
const puts = () => secretsManager.commandCalls(PutSecretValueCommand).map(({ args }) => args[0].input);

describe('a secret is written', () => {
  test('as a version that stays the same however often it is tried, and tells nothing of the value', async () => {
    secretsManager.on(PutSecretValueCommand).rejectsOnce(named('InternalServiceError')).resolves({});
    const one = writer();
    await expect(one.write('prod/pair', 'hunter2')).rejects.toThrow();
    const { version = '' } = await one.write('prod/pair', 'hunter2');
    expect(puts()).toEqual([
      { SecretId: 'prod/pair', SecretString: 'hunter2', ClientRequestToken: version },
      { SecretId: 'prod/pair', SecretString: 'hunter2', ClientRequestToken: version },
    ]);
    // @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html (32 to 64 characters)
    expect(version).toMatch(/^[\w-]{32,64}$/);
    expect(await one.write('prod/pair', 'other')).not.toEqual({ version });
    expect(await writer().write('prod/pair', 'hunter2')).not.toEqual({ version });
  });

  test.each([
    [
      'AccessDeniedException',
      'secret prod/pair may not be written: the role lacks permission for it or for its KMS key',
    ],
    ['ResourceNotFoundException', 'secret prod/pair does not exist'],
    ['EncryptionFailure', 'secret prod/pair cannot be encrypted: its KMS key is disabled or forbidden'],
  ])('or refused: %s', async (name, refused) => {
    secretsManager.on(PutSecretValueCommand).rejects(named(name));
    expect(await writer().write('prod/pair', 'hunter2')).toEqual({ refused });
  });

  test.each(['ssm:/prod/pair', 'prod/all#pair'])('but not %s', async (secret) => {
    expect(await writer().write(secret, 'hunter2')).toEqual({ refused: expect.stringContaining('written') });
    expect(puts()).toEqual([]);
  });
});

describe('whether it could be written', () => {
  const current = { value: 'hunter2', version: 'an-id-of-at-least-thirty-two-characters' };

  test('is tried with the version that is there, which changes nothing', async () => {
    secretsManager.on(PutSecretValueCommand).resolves({});
    expect(await writer().check?.('prod/pair', current)).toBeUndefined();
    expect(puts()).toEqual([{ SecretId: 'prod/pair', SecretString: 'hunter2', ClientRequestToken: current.version }]);
  });

  test('is known before a token is spent', async () => {
    secretsManager.on(PutSecretValueCommand).rejects(named('AccessDeniedException'));
    expect(await writer().check?.('prod/pair', current)).toMatch(/may not be written/);
  });
});
