import { expect, test } from 'vitest';
import { ConfigError } from '../../lambda/config/config-error.ts';
import { parseSecretRef } from '../../lambda/config/secret-ref.ts';

const ARN = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:prod/github-ci-AbCdEf';

test.each([
  ['prod/github-ci', { store: 'secrets-manager', id: 'prod/github-ci' }],
  ['a_b+c=d.e@f-g', { store: 'secrets-manager', id: 'a_b+c=d.e@f-g' }],
  ['rds!cluster-1', { store: 'secrets-manager', id: 'rds!cluster-1' }],
  ['prod/jira#token', { store: 'secrets-manager', id: 'prod/jira', field: 'token' }],
  ['prod/jira#a#b', { store: 'secrets-manager', id: 'prod/jira', field: 'a#b' }],
  [ARN, { store: 'secrets-manager', id: ARN }],
  [`${ARN}#token`, { store: 'secrets-manager', id: ARN, field: 'token' }],
  ['ssm:/prod/api_key.v2', { store: 'ssm', name: '/prod/api_key.v2' }],
])('%s is a reference', (text, ref) => {
  expect(parseSecretRef(text)).toStrictEqual(ref);
});

test.each([
  '',
  '#field',
  'name#',
  'üml',
  'arn:aws:s3:::bucket',
  'ssm:',
  'ssm:name',
  'ssm:/',
  'ssm:/a//b',
  'ssm:/a/',
  'ssm:/aws/reference/x',
  `ssm:${'/a'.repeat(16)}`,
  `ssm:/${'a'.repeat(1_011)}`,
  'a'.repeat(513),
])('%j is none', (text) => {
  expect(() => parseSecretRef(text)).toThrow(ConfigError);
});

test.each([
  'ghp_16C7e42F292c6912E7',
  'github_pat_11ABC',
  'xoxb-1-2-abc',
  'xoxe.xoxp-1-abc',
  'sk_live_4eC39',
  'sk-proj-abc',
  'eyJhbGciOiJIUzI1NiJ9.e30.x',
  'AKIAIOSFODNN7EXAMPLE',
  '-----BEGIN PRIVATE KEY-----',
  'two words',
  'prod/key\n',
])('%j is the value, which is not repeated', (text) => {
  expect(() => parseSecretRef(text)).toThrow(
    /^secret must be the name of a secret, not its value: (?!.*(16C7|11ABC|4eC39|OSFODNN))/,
  );
});
