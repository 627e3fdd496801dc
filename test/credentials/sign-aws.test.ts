import { describe, expect, test } from 'vitest';
import { signAws } from '../../lambda/credentials/sign-aws.ts';
import { verifySigv4 } from '../support/sigv4-verifier.ts';

/**
 * AWS's own vectors, as its library for signing is tested with.
 *
 * @see https://github.com/awslabs/aws-c-auth/tree/main/tests/aws-signing-test-suite/v4
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html (the two of S3)
 */
const SUITE = {
  secret: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  accessKeyId: 'AKIDEXAMPLE',
  service: 'service',
  date: '2015-08-30T12:36:00Z',
};
const S3 = {
  secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  service: 's3',
  date: '2013-05-24T00:00:00Z',
};
const TOKEN = '6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267';

interface Vector {
  readonly of?: typeof SUITE;
  readonly method?: string;
  readonly url: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly sessionToken?: string;
  readonly signs: string;
  readonly signature: string;
}

const HOST = 'https://example.amazonaws.com';
const VECTORS: Readonly<Record<string, Vector>> = {
  'get-vanilla': {
    url: `${HOST}/`,
    signs: 'host;x-amz-date',
    signature: '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
  },
  'get-unreserved': {
    url: `${HOST}/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz`,
    signs: 'host;x-amz-date',
    signature: '07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f',
  },
  'get-slashes-normalized': {
    url: `${HOST}//example//`,
    signs: 'host;x-amz-date',
    signature: '9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84',
  },
  'get-vanilla-query-order-key-case': {
    url: `${HOST}/?Param2=value2&Param1=value1`,
    signs: 'host;x-amz-date',
    signature: 'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
  },
  'get-vanilla-query-order-encoded': {
    url: `${HOST}/?Param-3=Value3&Param=Value2&%E1%88%B4=Value1`,
    signs: 'host;x-amz-date',
    signature: '371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac',
  },
  'get-vanilla-query-order-value': {
    url: `${HOST}/?Param1=value2&Param1=value1`,
    signs: 'host;x-amz-date',
    signature: '5772eed61e12b33fae39ee5e7012498b51d56abc0abb7c60486157bd471c4694',
  },
  'get-vanilla-utf8-query': {
    url: `${HOST}/?ሴ=bar`,
    signs: 'host;x-amz-date',
    signature: '2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04',
  },
  'get-vanilla-with-session-token': {
    url: `${HOST}/`,
    sessionToken: TOKEN,
    signs: 'host;x-amz-date;x-amz-security-token',
    signature: '07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8',
  },
  'post-x-www-form-urlencoded': {
    method: 'POST',
    url: `${HOST}/`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'Param1=value1',
    signs: 'content-type;host;x-amz-date',
    signature: 'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
  },
  'S3, get bucket lifecycle': {
    of: S3,
    url: 'https://examplebucket.s3.amazonaws.com/?lifecycle',
    signs: 'host;x-amz-content-sha256;x-amz-date',
    signature: 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
  },
  'S3, list objects': {
    of: S3,
    url: 'https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J',
    signs: 'host;x-amz-content-sha256;x-amz-date',
    signature: '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  },
};

async function signed({
  of = SUITE,
  method = 'GET',
  url,
  headers = {},
  body,
  sessionToken,
}: Omit<Vector, 'signs' | 'signature'>) {
  const { accessKeyId, secret: secretAccessKey, service, date } = of;
  const target = new URL(url);
  const { headers: sent, secrets } = await signAws(
    { method, url: target, headers, ...(body !== undefined && { body }) },
    { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) },
    { service, region: 'us-east-1' },
    Date.parse(date),
  );
  const received = { method, target: `${target.pathname}${target.search}`, headers: sent, body: body ?? '' };
  return { sent, secrets, verified: verifySigv4(received, secretAccessKey) };
}

describe('AWS’s own vectors', () => {
  test.each(Object.entries(VECTORS))('%s', async (_, vector) => {
    const { sent, secrets, verified } = await signed(vector);
    const { of = SUITE, signs, signature } = vector;
    const day = of.date.slice(0, 10).replaceAll('-', '');
    expect(sent.authorization).toBe(
      `AWS4-HMAC-SHA256 Credential=${of.accessKeyId}/${day}/us-east-1/${of.service}/aws4_request, ` +
        `SignedHeaders=${signs}, Signature=${signature}`,
    );
    expect(secrets).toEqual([signature]);
    expect(verified.isRight).toBe(true);
  });
});

describe('what a URL may have, the server finds signed', () => {
  const plain = { service: 'execute-api' };
  test.each([
    ['a path with escapes', plain, '/a%20b/%2Fc/(d)/ü'],
    ['a path with a dot that is none', plain, '/a.b/..c'],
    ['an equals sign in a value', plain, '/?a=b=c&d'],
    ['a space as plus and as escape', plain, '/?a=b+c&d=e%20f&g=%2B'],
    ['names that objects have', plain, '/?constructor=1&toString=2'],
    ['a slash and a star in the query', plain, '/?a=b/c*&x=~'],
    ['S3: a path with what a URL leaves raw', { service: 's3' }, '/bucket/a%20b/(c)!$*.txt'],
    ['S3: a path with slashes in a row', { service: 's3' }, '/bucket//a/../b'],
    ['S3: half an escape', { service: 's3' }, '/bucket/?a=%41'],
  ])('%s', async (_, { service }, path) => {
    const { verified } = await signed({ of: { ...SUITE, service }, url: `${HOST}${path}` });
    expect(verified).toMatchObject({ isRight: true, scope: `20150830/us-east-1/${service}` });
  });
});

test('S3: an escape that is none does not stop it', async () => {
  const keys = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
  const toSign = { method: 'GET', url: new URL(`${HOST}/a%zz`), headers: {} };
  const { headers } = await signAws(toSign, keys, { service: 's3', region: 'us-east-1' }, 0);
  expect(headers.authorization).toContain('Signature=');
});

test('headers that a proxy may change are sent and not signed', async () => {
  const headers = {
    accept: '*/*',
    'user-agent': 'x',
    'accept-encoding': 'gzip',
    range: 'bytes=0-9',
    'content-type': 'a/b',
  };
  const { sent, verified } = await signed({ url: HOST, headers: { ...headers, 'x-amz-target': 'A.B' } });
  expect(sent).toMatchObject(headers);
  expect(verified).toMatchObject({
    isRight: true,
    signedHeaders: ['content-type', 'host', 'x-amz-date', 'x-amz-target'],
  });
});

test('a port is part of the host that is signed', async () => {
  const { sent, verified } = await signed({ url: 'http://127.0.0.1:4566/' });
  expect([sent.host, verified.isRight]).toEqual(['127.0.0.1:4566', true]);
});

test('what the configuration sends under the names of a signature gives way', async () => {
  const { sent, verified } = await signed({
    url: HOST,
    headers: { authorization: 'Bearer x', 'x-amz-date': 'long ago' },
  });
  expect(sent['x-amz-date']).toBe('20150830T123600Z');
  expect(verified.isRight).toBe(true);
});

describe('the hash of the body', () => {
  const HASH = 'ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73';

  test.each([
    ['s3', HASH, undefined],
    ['aoss', HASH, undefined],
    ['vpc-lattice-svcs', 'UNSIGNED-PAYLOAD', undefined],
    ['execute-api', undefined, undefined],
    ['execute-api', 'UNSIGNED-PAYLOAD', 'UNSIGNED-PAYLOAD'],
  ])('for %s is %s where %s is configured', async (service, expected, configured) => {
    const { sent, verified } = await signed({
      of: { ...SUITE, service },
      method: 'PUT',
      url: HOST,
      body: 'content',
      ...(configured !== undefined && { headers: { 'x-amz-content-sha256': configured } }),
    });
    expect(sent['x-amz-content-sha256']).toBe(expected);
    expect(verified.isRight).toBe(true);
  });
});
