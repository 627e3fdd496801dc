import { describe, expect, test } from 'vitest';
import { redactTokenShapes } from '../../lambda/redaction/token-shapes.ts';

// Put together here, so that no scanner takes this file for a leak.
const join = (...parts: string[]) => parts.join('');
const TAIL = 'abcdefghij0123456789ABCDEFGHIJ012345';

describe('what looks like a token is redacted', () => {
  test.each([
    ['GitHub', join('gh', 'p_', TAIL)],
    ['GitHub, fine-grained', join('github', '_pat_', TAIL)],
    ['GitLab', join('gl', 'pat-', TAIL)],
    ['Slack', join('xo', 'xb-', '123456789012-', TAIL)],
    ['Stripe', join('sk', '_live_', TAIL)],
    ['AWS key id', join('AK', 'IAIOSFODNN7EXAMPLE')],
    ['JSON Web Token', join('ey', 'JhbGciOiJIUzI1NiJ9', '.eyJzdWIiOiIxIn0', '.c2ln')],
    ['JSON Web Token, cut off', join('ey', 'JhbGciOiJIUzI1NiJ9', '.eyJzdWI')],
    ['npm', join('np', 'm_', TAIL)],
    ['Hugging Face', join('h', 'f_', TAIL)],
    ['OpenAI', join('s', 'k-proj-', TAIL)],
    ['Google', join('AI', 'za', TAIL)],
    ['private key', '-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----'],
    ['private key, cut off', '-----BEGIN PRIVATE KEY-----\\nMIIE'],
  ])('%s', (_, token) => {
    expect(redactTokenShapes(`a ${token}`)).toBe('a <redacted>');
  });

  test.each([
    ['Authorization: Bearer abcdefgh12345678ijkl', 'Authorization: Bearer <redacted>'],
    ['Basic dXNlcjpwYXNz', 'Basic <redacted>'],
    ['https://user:pass@example.com/x', 'https://<redacted>@example.com/x'],
    ['?access_token=abc123&x=1', '?access_token=<redacted>&x=1'],
    ['&key=AbC12&sig=0f0f0f', '&key=<redacted>&sig=<redacted>'],
    ['client_secret=letters%20only', 'client_secret=<redacted>'],
    ['{"access_token":"abcdefgh","n":1}', '{"access_token":"<redacted>","n":1}'],
    ['{"client_secret": "a\\/b\\u0026cdef"}', '{"client_secret": "<redacted>"}'],
    ['{\\"password\\":\\"hunter22\\"}', '{\\"password\\":\\"<redacted>\\"}'],
    ['x-api-key: 0123abcd', 'x-api-key: <redacted>'],
    ['X-Amz-Signature=abcdef0123', 'X-Amz-Signature=<redacted>'],
  ])('in its place: %s', (text, redacted) => {
    expect(redactTokenShapes(text)).toBe(redacted);
  });
});

describe('what only speaks of tokens is left as it is', () => {
  test.each([
    'The access token expired',
    'Bearer realm="https://api.example.com", error="invalid_token", error_description="The access token expired"',
    'Bearer authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"',
    '{"errors":{"token":["is missing"]},"token_type":"bearer","token":"expired"}',
    '{"key":"PROJ-123","code":"AADSTS50105"}',
    '{"password":"must be at least 8 characters"}',
    'password: must be 8 characters',
    'Basic authentication required',
    'API key not valid. Please pass a valid API key.',
    'access_token=invalid_token',
    'monkey=banana',
    'sk-learn-something-else',
    '-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----',
  ])('%s', (text) => {
    expect(redactTokenShapes(text)).toBe(text);
  });
});

test.each([
  'eyJ',
  'eyJabcdefghi.',
  'sk-',
  '://a:',
  'a:',
  'key=',
  'token ',
  '"token":"',
  'Bearer ',
  'Basic aaaaaa',
  '-----BEGIN PRIVATE KEY-----',
  '-----BEGIN A ',
  'ya29.',
  '-',
  'a.',
])('time is linear for a megabyte of %j', (piece) => {
  expect(redactTokenShapes(piece.repeat(1_000_000 / piece.length))).toBeDefined(); // quadratic, this would take hours
});
