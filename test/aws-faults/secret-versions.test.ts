import { DescribeSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetParametersCommand, SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
import { awsSecretVersions } from '../../lambda/aws/secret-versions.ts';
import type { Log } from '../../lambda/ports.ts';

const secretsManager = mockClient(SecretsManagerClient);
const ssm = mockClient(SSMClient);
beforeEach(() => {
  secretsManager.reset();
  ssm.reset();
});

function reader() {
  const lines: Parameters<Log>[] = [];
  const log: Log = (...line) => void lines.push(line);
  const versions = awsSecretVersions(new SecretsManagerClient({}), new SSMClient({}), log);
  return { versions, lines };
}

const named = (name: string) => Object.assign(new Error('x'), { name });
const rotated = { VersionIdsToStages: { v1: ['AWSPREVIOUS'], v2: ['mine', 'AWSCURRENT'], v3: ['AWSPENDING'] } };

test('the version of a secret is the one that is current, not one that is being prepared', async () => {
  secretsManager.on(DescribeSecretCommand, { SecretId: 'prod/ci' }).resolves(rotated);
  expect(await reader().versions.current(['prod/ci'])).toEqual(new Map([['prod/ci', 'v2']]));
});

test('the versions of parameters are asked for ten at a time, and never for a value', async () => {
  ssm.on(GetParametersCommand).callsFake(({ Names }: { Names: string[] }) => ({
    Parameters: Names.toSorted().map((Name) => ({ Name, Version: Name.length, Value: 'AQICAHciphertext' })),
  }));
  const secrets = Array.from({ length: 23 }, (_, i) => `ssm:/prod/${'x'.repeat(i + 1)}`);
  const found = await reader().versions.current(secrets);
  expect(found).toEqual(new Map(secrets.map((secret) => [secret, String(secret.length - 'ssm:'.length)])));
  const inputs = ssm.commandCalls(GetParametersCommand).map(({ args }) => args[0].input);
  expect(inputs.map(({ Names }) => Names?.length)).toEqual([10, 10, 3]);
  for (const input of inputs) expect(input).not.toHaveProperty('WithDecryption');
});

test('a thousand secrets are asked about, ten at once', async () => {
  const inFlight = { now: 0, most: 0 };
  secretsManager.on(DescribeSecretCommand).callsFake(async () => {
    inFlight.most = Math.max(inFlight.most, ++inFlight.now);
    await new Promise(setImmediate);
    inFlight.now -= 1;
    return rotated;
  });
  const secrets = Array.from({ length: 1_000 }, (_, i) => `prod/${i}`);
  expect((await reader().versions.current(secrets)).size).toBe(1_000);
  expect(inFlight.most).toBe(10);
});

describe('what cannot be asked about is left out, and the rest is not', () => {
  test.each(['ThrottlingException', 'AccessDeniedException', 'ResourceNotFoundException', 'InternalServiceError'])(
    '%s of Secrets Manager',
    async (name) => {
      secretsManager.on(DescribeSecretCommand).resolves(rotated);
      secretsManager.on(DescribeSecretCommand, { SecretId: 'prod/bad' }).rejects(named(name));
      const { versions, lines } = reader();
      expect(await versions.current(['prod/bad', 'prod/good'])).toEqual(new Map([['prod/good', 'v2']]));
      expect(lines).toMatchObject([
        ['warn', 'versions of secrets could not be read', { count: 1, secrets: ['prod/bad'], error: { name } }],
      ]);
    },
  );

  test('a call for parameters that is refused, with all that it asked for', async () => {
    ssm.on(GetParametersCommand).rejectsOnce(named('ThrottlingException'));
    ssm.on(GetParametersCommand, { Names: ['/p/10'] }).resolves({ Parameters: [{ Name: '/p/10', Version: 3 }] });
    const { versions, lines } = reader();
    const secrets = Array.from({ length: 11 }, (_, i) => `ssm:/p/${i}`);
    expect(await versions.current(secrets)).toEqual(new Map([['ssm:/p/10', '3']]));
    expect(lines).toMatchObject([['warn', expect.anything(), { count: 10, secrets: secrets.slice(0, 10) }]]);
  });

  test('a parameter that does not exist, a secret without a value, and answers that say nothing', async () => {
    ssm.on(GetParametersCommand).resolves({ Parameters: [{ Name: '/p/a' }, {}], InvalidParameters: ['/p/b'] });
    secretsManager.on(DescribeSecretCommand, { SecretId: 'empty' }).resolves({});
    secretsManager.on(DescribeSecretCommand, { SecretId: 'odd' }).resolves({ VersionIdsToStages: { v1: [] } });
    expect(await reader().versions.current(['ssm:/p/a', 'ssm:/p/b', 'empty', 'odd'])).toEqual(new Map());
  });

  test('very many of them, in one line of the log', async () => {
    secretsManager.on(DescribeSecretCommand).rejects(named('ThrottlingException'));
    const { versions, lines } = reader();
    expect(await versions.current(Array.from({ length: 300 }, (_, i) => `prod/${i}`))).toEqual(new Map());
    expect(lines).toHaveLength(1);
    expect(lines[0]?.[2]).toMatchObject({ count: 300, secrets: { length: 20 } });
  });
});

describe('the next rotation', () => {
  test('is the one that Secrets Manager has planned', async () => {
    const NextRotationDate = new Date('2027-01-02T03:04:05Z');
    secretsManager.on(DescribeSecretCommand, { SecretId: 'prod/ci' }).resolves({ NextRotationDate });
    expect(await reader().versions.nextRotation('prod/ci#field')).toBe(NextRotationDate.getTime());
  });

  test('is unknown where nothing rotates, where it may not be asked, and for a parameter', async () => {
    secretsManager.on(DescribeSecretCommand, { SecretId: 'prod/ci' }).resolves({});
    secretsManager.on(DescribeSecretCommand, { SecretId: 'prod/bad' }).rejects(named('AccessDeniedException'));
    const { versions } = reader();
    for (const secret of ['prod/ci', 'prod/bad', 'ssm:/prod/ci']) {
      expect(await versions.nextRotation(secret)).toBeUndefined();
    }
  });
});
