import { describe, expect, test } from 'vitest';
import type { Refusal } from '../../lambda/diagnosis/diagnosis.ts';
import { refusalOf } from '../../lambda/diagnosis/is-refusal.ts';
import { fixtures, refusals } from './fixtures.ts';

test.each(
  refusals.filter(
    ({ response: { status }, expect: { accept } }) => status !== 404 && status !== 500 && !accept.includes('unknown'),
  ),
)('$id is a refusal', ({ request, response, expect: { cause, accept } }) => {
  const soft = response.status < 300 || response.status >= 500;
  if (soft && (cause === 'wrong-endpoint' || cause === 'request-rejected')) return;
  expect(accept).toContain(refusalOf({ request, response })?.cause);
});

test.each(fixtures.filter(({ expect: { isRefusal } }) => isRefusal === false))(
  '$id is none',
  ({ request, response }) => {
    expect(refusalOf({ request, response })).toBeUndefined();
  },
);

test.each([401, 403, 407, 429, 451])('%i is a refusal whatever it says', (status) => {
  expect(refusalOf(answered(status, ''))).toBeDefined();
});

describe('a healthy answer is none', () => {
  test.each([
    [
      'text about tokens',
      { title: 'Why your token expired', body: 'Access denied? Token expired? Rate limit exceeded?' },
    ],
    ['a list of logged errors', { errors: [{ message: 'JWT expired', count: 3 }], total: 1 }],
    [
      'errors beside data',
      {
        data: { user: { name: 'x' } },
        errors: [{ message: 'Token expired', path: ['friends'], extensions: { code: 'UNAUTHENTICATED' } }],
      },
    ],
    ['an error that is null', { error: null, result: { balance: 1 } }],
    ['an empty error list', { error: [], result: {} }],
    ['ok with a note', { ok: true, error: 'token_expired' }],
    ['Google with results', { status: 'OK', results: [{ name: 'REQUEST_DENIED cafe' }] }],
    ['errcode 0', { errcode: 0, errmsg: 'ok' }],
    ['a record whose error field is data', { id: 7, name: 'job', error: 'token_expired', startedAt: 'x' }],
    ['a list', [{ error: 'invalid_token' }]],
  ])('%s', (_, body) => {
    expect(refusalOf(answered(200, JSON.stringify(body)))).toBeUndefined();
  });

  test('an HTML page that speaks of firewalls', () => {
    const page =
      '<html><title>Zscaler and captcha</title><p>Access blocked by Cloudflare Ray ID, enable JavaScript and cookies</p></html>';
    expect(refusalOf(answered(200, page))).toBeUndefined();
  });
});

test.each([
  [404, { message: 'Not Found' }],
  [400, { message: 'name is too short' }],
  [500, { message: 'Internal Server Error' }],
  [302, {}],
])('%i %j is a failure, not a refusal', (status, body) => {
  expect(refusalOf(answered(status, JSON.stringify(body)))).toBeUndefined();
});

test('a redirect to a login is a refusal', () => {
  const redirect = {
    ...answered(302, ''),
    response: { status: 302, headers: { location: 'https://example.com/users/sign_in?next=x' }, body: '' },
  };
  expect(refusalOf(redirect)?.cause).toBe('credential-invalid');
});

function answered(status: number, body: string): Refusal {
  return {
    request: { method: 'GET', url: 'https://api.example.com/x', headers: { authorization: 'Bearer x' } },
    response: { status, headers: { 'content-type': 'application/json' }, body },
  };
}
