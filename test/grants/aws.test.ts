import { describe, expect, test } from 'vitest';
import type { AwsSigv4Credential, CredentialConfig } from '../../lambda/config/types.ts';
import { aws } from '../../lambda/grants/providers/aws.ts';
import { providerFor } from '../../lambda/grants/providers/index.ts';
import { COMMON } from '../support/common-credential.ts';
import { bearer } from './fixtures.ts';

function signing(changes: Partial<AwsSigv4Credential> = {}): AwsSigv4Credential {
  return { ...COMMON, kind: 'aws-sigv4', service: 'execute-api', region: 'eu-central-1', ...changes };
}

describe('whose credentials AWS is asked about', () => {
  test.each<[string, CredentialConfig, string, string | undefined]>([
    ['keys used at its own host', signing(), 'https://x.execute-api.eu-central-1.amazonaws.com/', 'aws'],
    ['keys used at a host of one’s own', signing(), 'https://api.example.com/', 'aws'],
    [
      'keys that are somebody else’s',
      signing({ provider: 'cloudflare-r2' }),
      'https://x.r2.cloudflarestorage.com/',
      undefined,
    ],
    ['a bearer token of a customer’s API', bearer(), 'https://x.execute-api.eu-central-1.amazonaws.com/', undefined],
    ['a bearer token that is said to be AWS’s', bearer({ provider: 'aws' }), 'https://x.amazonaws.com/', undefined],
    ['keys used at GitHub', signing(), 'https://api.github.com/', 'aws'],
  ])('%s', (_, credential, url, expected) => {
    expect(providerFor(credential, [url])?.name).toBe(expected);
  });
});

describe('which STS is asked', () => {
  const global = 'https://sts.amazonaws.com';
  const china = 'https://sts.cn-north-1.amazonaws.com.cn';
  const government = 'https://sts.us-gov-west-1.amazonaws.com';

  test.each<[string, AwsSigv4Credential, string | undefined]>([
    ['api.example.com', signing(), global],
    ['x.lambda-url.eu-central-1.on.aws', signing({ service: 'lambda' }), global],
    ['s3.dualstack.eu-central-1.api.aws', signing({ service: 's3' }), global],
    ['x.execute-api.cn-north-1.amazonaws.com.cn', signing({ region: 'cn-north-1' }), china],
    ['api.example.cn', signing({ region: 'cn-northwest-1' }), china],
    ['x.execute-api.us-gov-east-1.amazonaws.com', signing({ region: 'us-gov-east-1' }), government],
    ['api.example.gov', signing({ region: 'us-iso-east-1' }), undefined],
    ['x.amazonaws.eu', signing({ region: 'eusc-de-east-1' }), undefined],
    ['x.r2.cloudflarestorage.com', signing({ service: 's3', region: 'auto' }), undefined],
    ['minio.example.com', signing({ service: 's3', region: 'us-east-1' }), undefined],
    ['127.0.0.1', signing(), undefined],
    ['[::1]', signing(), undefined],
    ['localhost', signing(), undefined],
    ['api.internal', signing(), undefined],
  ])('for probes of %s', (host, credential, expected) => {
    const base = aws.answersAt(host) ? aws.home : aws.baseOf?.(new URL(`https://${host}/orders`), credential);
    expect(base).toBe(expected);
  });

  test.each([
    ['x.execute-api.eu-central-1.amazonaws.com', true],
    ['x.execute-api.us-gov-west-1.amazonaws.com', false],
    ['x.execute-api.cn-north-1.amazonaws.com.cn', false],
    ['amazonaws.com.example.com', false],
    ['notamazonaws.com', false],
  ])('%s is a host whose keys the global STS knows: %s', (host, expected) => {
    expect(aws.answersAt(host)).toBe(expected);
  });

  test.each([
    [global, 'us-east-1'],
    [china, 'cn-north-1'],
    [government, 'us-gov-west-1'],
    ['https://sts.eu-central-1.amazonaws.com', 'eu-central-1'],
    ['http://127.0.0.1:4566', 'us-east-1'],
  ])('the question to %s is signed for %s', (base, region) => {
    expect(aws.questions?.({ base, token: undefined })).toMatchObject([
      { method: 'POST', url: `${base}/`, signedFor: { service: 'sts', region } },
    ]);
  });
});

test.each([
  ['another element', '<GetCallerIdentityResult><Arn>user/Alice</Arn></GetCallerIdentityResult>'],
  ['a line break in the name', '<GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/A\nSubject: x</Arn>'],
  ['no result around it', '<Arn>arn:aws:iam::123456789012:user/Alice</Arn>'],
  ['no end', `<GetCallerIdentityResult>${'<Arn>'.repeat(200_000)}`],
])('an answer with %s says nothing', (_, body) => {
  const [question] = aws.questions?.({ base: 'https://sts.amazonaws.com', token: undefined }) ?? [];
  expect(question?.read({ status: 200, headers: {}, body, truncated: false })).toEqual({ source: 'reported' });
});
