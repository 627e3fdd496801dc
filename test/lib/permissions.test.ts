import { describe, expect, test } from 'vitest';
import { OUTBOX_KEY } from '../../lambda/aws/outbox-key.ts';
import type { CredentialInput } from '../../lambda/config/credentials/input.ts';
import { parseConfig } from '../../lambda/config/schema.ts';
import { COMMON } from '../support/common-credential.ts';
import { manyProbes, sampleConfig } from '../support/sample-config.ts';
import { statementsOf, templateOf } from '../support/stack-template.ts';

const template = templateOf(sampleConfig());

function bearer(secret: string, kmsKey?: string): CredentialInput {
  return { kind: 'bearer', secret, ...(kmsKey && { kmsKey }) };
}

function keys(...patterns: string[]) {
  return { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': patterns } };
}

describe('what each part may do, and nothing else', () => {
  test('dispatch: write slots, send runs, leave what it failed at, see and remember versions of one secret', () => {
    expect(statementsOf(template, 'Dispatch')).toEqual([
      { actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: ['DispatchLog'], conditions: undefined },
      {
        actions: ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'],
        resources: ['DeadLetters', 'Runs'],
        conditions: undefined,
      },
      { actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem'], resources: ['Table'], conditions: keys('slot#*') },
      { actions: ['dynamodb:GetItem', 'dynamodb:PutItem'], resources: ['Table'], conditions: keys('rotation#seen') },
      {
        actions: ['secretsmanager:DescribeSecret'],
        resources: ['arn:<Partition>:secretsmanager:<Region>:<AccountId>:secret:prod/ci-??????'],
        conditions: undefined,
      },
    ]);
  });

  test('dispatch, where secrets are not watched: nothing of them', () => {
    const { watchSecretsEveryMs: _, ...never } = parseConfig(sampleConfig());
    const statements = JSON.stringify(statementsOf(templateOf(never), 'Dispatch'));
    expect(statements).not.toMatch(/secretsmanager|ssm|kms|GetItem/);
  });

  test('probe: take runs and repeat one, read one secret, keep state, put alerts into the outbox, send metrics of one namespace', () => {
    expect(statementsOf(template, 'Probe')).toEqual([
      { actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: ['ProbeLog'], conditions: undefined },
      {
        actions: [
          'sqs:ChangeMessageVisibility',
          'sqs:DeleteMessage',
          'sqs:GetQueueAttributes',
          'sqs:GetQueueUrl',
          'sqs:ReceiveMessage',
          'sqs:SendMessage',
        ],
        resources: ['Runs'],
        conditions: undefined,
      },
      {
        actions: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem'],
        resources: ['Table'],
        conditions: keys('probe#*', 'credential#*'),
      },
      { actions: ['dynamodb:PutItem'], resources: ['Table'], conditions: keys(OUTBOX_KEY) },
      {
        actions: ['secretsmanager:GetSecretValue'],
        resources: ['arn:<Partition>:secretsmanager:<Region>:<AccountId>:secret:prod/ci-??????'],
        conditions: undefined,
      },
      {
        actions: ['cloudwatch:PutMetricData'],
        resources: ['*'],
        conditions: { StringEquals: { 'cloudwatch:namespace': 'Scopewatch' } },
      },
    ]);
  });

  test('notify: follow the stream, empty the outbox, publish to one topic, leave what it failed at', () => {
    expect(statementsOf(template, 'Notify')).toEqual([
      { actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: ['NotifyLog'], conditions: undefined },
      {
        actions: ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'],
        resources: ['DeadLetters'],
        conditions: undefined,
      },
      { actions: ['dynamodb:ListStreams'], resources: ['*'], conditions: undefined },
      {
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: ['Table.StreamArn'],
        conditions: undefined,
      },
      {
        actions: ['dynamodb:DeleteItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
        resources: ['Table'],
        conditions: keys(OUTBOX_KEY),
      },
      { actions: ['sns:Publish'], resources: ['Alerts'], conditions: undefined },
    ]);
  });

  test('the schedules: start two functions, leave what they failed at', () => {
    expect(statementsOf(template, 'Scheduler')).toEqual([
      { actions: ['sqs:SendMessage'], resources: ['DeadLetters'], conditions: undefined },
      {
        actions: ['lambda:InvokeFunction'],
        resources: ['DispatchFunction', 'NotifyFunction', 'DispatchFunction:$LATEST', 'NotifyFunction:$LATEST'],
        conditions: undefined,
      },
    ]);
  });

  test('only the schedules of this monitor may use the role of the schedules', () => {
    const [group = ''] = Object.keys(template.findResources('AWS::Scheduler::ScheduleGroup'));
    template.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Principal: { Service: 'scheduler.amazonaws.com' },
            Condition: {
              StringEquals: {
                'aws:SourceAccount': { Ref: 'AWS::AccountId' },
                'aws:SourceArn': { 'Fn::GetAtt': [group, 'Arn'] },
              },
            },
          },
        ],
      },
    });
  });
});

const ARN = 'arn:aws:secretsmanager:eu-west-1:444455556666:secret:shared/api';
const KEY = 'arn:aws:kms:eu-west-1:444455556666:key/0a0a';

describe('a credential gives the probe function access to its own secret alone', () => {
  test.each([
    ['name', bearer('prod/ci'), 'arn:<Partition>:secretsmanager:<Region>:<AccountId>:secret:prod/ci-??????'],
    ['name#field', bearer('prod/all#ci'), 'arn:<Partition>:secretsmanager:<Region>:<AccountId>:secret:prod/all-??????'],
    ['ARN', bearer(`${ARN}-AbC123`), `${ARN}-AbC123`],
    ['ARN without its last characters', bearer(ARN), `${ARN}-??????`],
    ['parameter', bearer('ssm:/prod/ci'), 'arn:<Partition>:ssm:<Region>:<AccountId>:parameter/prod/ci'],
  ])('%s', (_, credential, expected) => {
    const statements = statementsOf(templateOf(sampleConfig({ credentials: { ci: credential } })), 'Probe');
    const reads = statements.filter(({ actions }) => /secretsmanager|ssm/.test(actions.join()));
    expect(reads.map(({ resources }) => resources)).toEqual([[expected]]);
  });

  test('a key of the user is usable through the two stores of secrets only', () => {
    const statements = statementsOf(templateOf(sampleConfig({ credentials: { ci: bearer('prod/ci', KEY) } })), 'Probe');
    const decrypt = statements.filter(({ actions }) => actions.join().includes('kms'));
    expect(decrypt).toMatchObject([{ actions: ['kms:Decrypt'], resources: [KEY] }]);
    expect(JSON.stringify(decrypt[0]?.conditions)).toMatch(
      /^{"StringLike":{"kms:ViaService":\[.*secretsmanager.*ssm.*\]}}$/,
    );
  });

  test('a secret that several credentials share is granted once', () => {
    const credentials = { a: bearer('prod/all#a'), b: bearer('prod/all#b') };
    const config = sampleConfig({ credentials, probes: manyProbes(1) });
    const reads = statementsOf(templateOf(config), 'Probe').filter(({ actions }) => actions.join().includes('secrets'));
    expect(reads.flatMap(({ resources }) => resources)).toHaveLength(1);
  });

  test('a role that it assumes is the one that the configuration names, and no other', () => {
    const parsed = parseConfig(sampleConfig());
    const signing = { ...COMMON, kind: 'aws-sigv4', service: 'execute-api', region: 'eu-central-1' } as const;
    const roleArn = 'arn:aws:iam::444455556666:role/partner';
    const credentials = {
      ...parsed.credentials,
      own: signing,
      partner: { ...signing, roleArn },
      again: { ...signing, roleArn },
    };
    const statements = statementsOf(templateOf({ ...parsed, credentials }), 'Probe');
    expect(statements.filter(({ actions }) => actions.join().includes('sts'))).toEqual([
      { actions: ['sts:AssumeRole'], resources: [roleArn], conditions: undefined },
    ]);
    expect(JSON.stringify(statementsOf(template, 'Probe'))).not.toContain('sts');
  });

  test('no credential, no permission to read any secret', () => {
    const config = sampleConfig({ credentials: {}, probes: manyProbes(1) });
    expect(JSON.stringify(statementsOf(templateOf(config), 'Probe'))).not.toMatch(/secretsmanager|ssm|kms/);
  });
});

describe('a watched secret shows the dispatch function its versions alone', () => {
  const config = sampleConfig({
    credentials: { a: bearer('prod/all#a', KEY), b: bearer('prod/all#b'), c: bearer('ssm:/prod/c') },
    probes: manyProbes(1),
  });
  const ofSecrets = statementsOf(templateOf(config), 'Dispatch').filter(({ actions }) =>
    /secretsmanager|ssm|kms/.test(actions.join()),
  );

  test('whichever store it is in, and whatever else it is for', () => {
    expect(ofSecrets.filter(({ denies }) => !denies)).toEqual([
      {
        actions: ['secretsmanager:DescribeSecret'],
        resources: ['arn:<Partition>:secretsmanager:<Region>:<AccountId>:secret:prod/all-??????'],
        conditions: undefined,
      },
      {
        actions: ['ssm:GetParameters'],
        resources: ['arn:<Partition>:ssm:<Region>:<AccountId>:parameter/prod/c'],
        conditions: undefined,
      },
    ]);
  });

  test('a parameter is not decrypted for it, which the key that AWS keeps would do for anybody', () => {
    expect(ofSecrets.filter(({ denies }) => denies)).toEqual([
      {
        actions: ['kms:Decrypt'],
        resources: ['*'],
        conditions: { StringLike: { 'kms:ViaService': expect.anything() } },
        denies: true,
      },
    ]);
    expect(JSON.stringify(ofSecrets.at(-1)?.conditions)).toMatch(/"ssm\.\*\./);
  });
});

describe('a refresh token that rotates', () => {
  const refreshed = (secret: string, rotates: boolean, kmsKey?: string): CredentialInput => ({
    kind: 'oauth2-refresh-token',
    secret,
    tokenUrl: 'https://id.example.com/token',
    rotates,
    ...(kmsKey && { kmsKey }),
  });
  const allowed = (credentials: Readonly<Record<string, CredentialInput>>) =>
    statementsOf(templateOf(sampleConfig({ credentials, probes: manyProbes(1) })), 'Probe');

  test('may be written, and no other secret', () => {
    const statements = allowed({
      ci: refreshed('prod/pair', true),
      other: bearer('prod/ci'),
      stays: refreshed('prod/stays', false),
    });
    const writes = statements.filter(
      ({ actions }) => actions.join().includes('Put') && actions.join().includes('secrets'),
    );
    expect(writes).toEqual([
      {
        actions: ['secretsmanager:PutSecretValue'],
        resources: ['arn:<Partition>:secretsmanager:<Region>:<AccountId>:secret:prod/pair-??????'],
        conditions: undefined,
      },
    ]);
    const reads = statements.filter(({ actions }) => actions.join().includes('GetSecretValue'));
    expect(reads.flatMap(({ resources }) => resources)).toHaveLength(3);
  });

  test('is encrypted with its own key, through the store', () => {
    const keysUsed = allowed({ ci: refreshed('prod/pair', true, KEY), other: bearer('prod/ci', `${KEY}1`) }).filter(
      ({ actions }) => actions.join().includes('kms'),
    );
    expect(keysUsed.map(({ actions, resources }) => [...actions, ...resources])).toEqual([
      ['kms:Decrypt', KEY, `${KEY}1`],
      ['kms:GenerateDataKey', KEY],
    ]);
    expect(keysUsed[1]?.conditions).toEqual(keysUsed[0]?.conditions);
  });

  test('is used under a lease', () => {
    const leases = {
      actions: ['dynamodb:DeleteItem', 'dynamodb:PutItem'],
      resources: ['Table'],
      conditions: keys('lease#*'),
    };
    expect(allowed({ ci: refreshed('prod/pair', true) })).toContainEqual(leases);
    expect(allowed({ ci: refreshed('prod/pair', false) })).not.toContainEqual(leases);
  });
});

describe('many credentials', () => {
  const named = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`c${i}`, bearer(`production/team-${i}/api-token`)]));

  test('400 secrets fit: every policy is within its quota, and a role has at most ten of them', () => {
    const large = templateOf(sampleConfig({ credentials: named(400), probes: manyProbes(1) }));
    const all = Object.entries(large.findResources('AWS::IAM::ManagedPolicy'));
    for (const part of ['Probe', 'Dispatch'] as const) {
      const secrets = statementsOf(large, part).filter(({ actions }) => actions.join().includes('secretsmanager'));
      expect(secrets.flatMap(({ resources }) => resources)).toHaveLength(400);
      const managed = all.flatMap(([id, { Properties }]) => (id.startsWith(`Monitor${part}`) ? [Properties] : []));
      expect(managed.length).toBeGreaterThan(0);
      expect(managed.length).toBeLessThanOrEqual(10);
      const lengths = managed.map(({ PolicyDocument }) => deployed(PolicyDocument).length);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(6_144);
    }
  });

  test('1,000 secrets do not: the message says what to do', () => {
    expect(() => templateOf(sampleConfig({ credentials: named(1_000), probes: manyProbes(1) }))).toThrow(
      /^credentials must name no more secrets and keys than .*, got 1000: keep several credentials in one JSON secret/,
    );
  });
});

/** A policy as it would arrive at IAM, which counts its characters. */
function deployed(document: unknown): string {
  return JSON.stringify(document).replaceAll(
    /{"Fn::Join":\["",\[(.*?)\]\]}/g,
    (_, parts: string) =>
      `"${parts
        .replaceAll('{"Ref":"AWS::Partition"}', '"aws-us-gov"')
        .replaceAll('{"Ref":"AWS::Region"}', '"ap-southeast-2"')
        .replaceAll('{"Ref":"AWS::AccountId"}', '"111122223333"')
        .replaceAll('","', '')
        .replaceAll('"', '')}"`,
  );
}
