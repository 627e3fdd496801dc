import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
import { roleKeys } from '../../lambda/aws/role-keys.ts';

const mock = mockClient(STSClient);
const ROLE = { roleArn: 'arn:aws:iam::123456789012:role/partner' };
const HOUR_MS = 3_600_000;
let now: number;
let assumed: number;

beforeEach(() => {
  mock.reset();
  now = Date.UTC(2026, 10, 23, 12);
  assumed = 0;
  mock.on(AssumeRoleCommand).callsFake(() => {
    assumed += 1;
    return {
      Credentials: {
        AccessKeyId: `ASIA${assumed}`,
        SecretAccessKey: 'secret',
        SessionToken: 'token',
        Expiration: new Date(now + HOUR_MS),
      },
    };
  });
});

const client = () =>
  new STSClient({ region: 'eu-central-1', credentials: { accessKeyId: 'AKIA', secretAccessKey: 's' } });
const source = (monitor = 'payments') => roleKeys(client(), monitor, () => now);
const named = (name: string) => Object.assign(new Error('User: arn:x is not authorized'), { name });

describe('a role that is assumed', () => {
  test('gives the keys of a session with its end', async () => {
    expect(await source()(ROLE)).toEqual({
      accessKeyId: 'ASIA1',
      secretAccessKey: 'secret',
      sessionToken: 'token',
      issuedAt: now,
      expiresAt: now + HOUR_MS,
    });
  });

  test.each([
    ['payments', undefined, 'scopewatch-payments'],
    ['päy/ments', 'external', 'scopewatch-p-y-ments'],
    ['m'.repeat(80), undefined, `scopewatch-${'m'.repeat(53)}`],
  ])('is asked for by name: monitor %s, external id %s', async (monitor, externalId, RoleSessionName) => {
    await source(monitor)({ ...ROLE, ...(externalId !== undefined && { externalId }) });
    expect(mock.commandCalls(AssumeRoleCommand).map(({ args }) => args[0].input)).toEqual([
      { RoleArn: ROLE.roleArn, RoleSessionName, ...(externalId !== undefined && { ExternalId: externalId }) },
    ]);
  });

  test('is assumed once for many probes, also at the same moment', async () => {
    const keys = source();
    await Promise.all([keys(ROLE), keys(ROLE)]);
    now += HOUR_MS - 6 * 60_000;
    expect(await keys(ROLE)).toMatchObject({ accessKeyId: 'ASIA1' });
    expect(assumed).toBe(1);
  });

  test('is assumed again shortly before the end, once for all that see it', async () => {
    const keys = source();
    await keys(ROLE);
    now += HOUR_MS - 5 * 60_000;
    await Promise.all([keys(ROLE), keys(ROLE)]);
    expect(await keys(ROLE)).toMatchObject({ accessKeyId: 'ASIA2' });
  });

  test('is assumed again when its keys were refused, once for all that saw it', async () => {
    const keys = source();
    await keys(ROLE);
    now += 1_000;
    const refusedAt = now;
    await Promise.all([keys(ROLE, refusedAt), keys(ROLE, refusedAt)]);
    expect(await keys(ROLE)).toMatchObject({ accessKeyId: 'ASIA2' });
    expect(assumed).toBe(2);
  });

  test('is another with another external id', async () => {
    const keys = source();
    await keys(ROLE);
    expect(await keys({ ...ROLE, externalId: 'e' })).toMatchObject({ accessKeyId: 'ASIA2' });
  });
});

describe('a role that cannot be assumed', () => {
  test.each([
    ['AccessDenied', 'may not be assumed: its trust policy (or the external id'],
    ['ValidationError', 'STS does not take its ARN'],
    ['RegionDisabledException', 'STS is not activated in this region'],
    ['ExpiredTokenException', 'the keys of the assuming role have expired'],
    ['InvalidClientTokenId', 'AWS does not know the keys'],
    ['CredentialsProviderError', 'there are no AWS keys here'],
  ])('%s is a problem of the credential', async (name, words) => {
    mock.on(AssumeRoleCommand).rejects(named(name));
    expect(await source()(ROLE)).toEqual({
      problem: expect.stringContaining(`role ${ROLE.roleArn} ${name === 'AccessDenied' ? 'may' : 'cannot'}`),
      at: 'token',
    });
    expect(await source()(ROLE)).toEqual({ problem: expect.stringContaining(words), at: 'token' });
  });

  test.each(['ThrottlingException', 'InternalFailure', 'TimeoutError'])('%s is a fault of AWS', async (name) => {
    mock.on(AssumeRoleCommand).rejects(named(name));
    await expect(source()(ROLE)).rejects.toThrow();
  });

  test('is tried again at the next run', async () => {
    const keys = source();
    const Credentials = {
      AccessKeyId: 'ASIA',
      SecretAccessKey: 's',
      SessionToken: 't',
      Expiration: new Date(now + HOUR_MS),
    };
    mock.on(AssumeRoleCommand).rejectsOnce(named('AccessDenied')).resolves({ Credentials });
    expect(await keys(ROLE)).toHaveProperty('problem');
    expect(await keys(ROLE)).not.toHaveProperty('problem');
  });

  test('is a problem when STS gives no keys', async () => {
    mock.on(AssumeRoleCommand).resolves({});
    expect(await source()(ROLE)).toEqual({ problem: expect.stringContaining('gave no keys'), at: 'token' });
  });
});

describe('the own role', () => {
  test('has the keys that the client finds', async () => {
    expect(await source()(undefined)).toEqual({ accessKeyId: 'AKIA', secretAccessKey: 's' });
    expect(assumed).toBe(0);
  });

  test('that has none is a problem', async () => {
    const sts = new STSClient({
      region: 'eu-central-1',
      credentials: () => Promise.reject(named('CredentialsProviderError')),
    });
    expect(await roleKeys(sts, 'payments', () => now)(undefined)).toEqual({
      problem: expect.stringContaining('there are no AWS keys here'),
      at: 'token',
    });
  });

  test('that could not be asked for is a fault', async () => {
    const sts = new STSClient({ region: 'eu-central-1', credentials: () => Promise.reject(named('TimeoutError')) });
    await expect(roleKeys(sts, 'payments', () => now)(undefined)).rejects.toThrow();
  });
});
