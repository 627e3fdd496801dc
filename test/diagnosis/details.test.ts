import { describe, expect, test } from 'vitest';
import { diagnose } from '../../lambda/diagnosis/diagnose.ts';
import type { Details } from '../../lambda/diagnosis/diagnosis.ts';

function detailsOf(status: number, body: object | string, headers: Record<string, string> = {}): Details {
  return diagnose({
    request: { method: 'GET', url: 'https://api.example.com/v1/x', headers: { authorization: 'Bearer REDACTED' } },
    response: { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) },
  }).details;
}

describe('scopes', () => {
  test.each([
    [
      'Insufficient scope: required [payee:read], granted [account:read, balance:read]',
      ['payee:read'],
      ['account:read', 'balance:read'],
    ],
    ['Unauthorized; scope does not match. Required: read:page; provided: read:space', ['read:page'], ['read:space']],
    ['Invalid scope: `write` required', ['write'], undefined],
    ['The token is missing required scope(s): [read:user]', ['read:user'], undefined],
    [
      'You do not have the required OAuth scopes to access this endpoint: employees:read',
      ['employees:read'],
      undefined,
    ],
    [
      'token does not have required scope, required=[write:issue], token scope=read:issue',
      ['write:issue'],
      ['read:issue'],
    ],
    ['The access token does not contain scope /activities/update', ['/activities/update'], undefined],
    ['You need more scopes, see https://docs.example.com/scopes', undefined, undefined],
  ])('of "%s"', (message, missing, granted) => {
    const { missingScopes, grantedScopes } = detailsOf(403, { message });
    expect({ missingScopes, grantedScopes }).toEqual({ missingScopes: missing, grantedScopes: granted });
  });

  test('under a name that announces them, but not under links', () => {
    const body = {
      code: 'missing_scope',
      links: { scopes: 'https://docs.example.com/a:b' },
      context: { requiredScopes: ['a:read'] },
    };
    expect(detailsOf(403, body).missingScopes).toEqual(['a:read']);
  });
});

describe('the end of a credential', () => {
  test.each([
    ['Token expired: now = 1716037200, exp = 1716034421', 1_716_034_421],
    ['The token has expired on Sat May 18 12:13:41 UTC 2024.', 1_716_034_421],
    ['The API key expired on May 18, 2024', 1_715_990_400],
    ['The refresh token has expired due to inactivity. The token was issued on 2024-01-10T00:00:00Z', undefined],
  ])('of "%s"', (message, expiredAt) => {
    expect(detailsOf(401, { message }).expiredAt).toBe(expiredAt);
  });

  test('under a name of its own', () => {
    const body = { code: 'TokenExpired', message: 'Token has expired', ExpiresOn: '/Date(1716034421000)/' };
    expect(detailsOf(401, body).expiredAt).toBe(1_716_034_421);
  });
});

describe('what support asks for', () => {
  test.each<[string, object, Record<string, string>, string | undefined]>([
    ['a field of a usual name', {}, { 'x-request-id': 'r-1' }, 'r-1'],
    ['a field of such a name', {}, { 'x-acme-query-id': 'q-1' }, 'q-1'],
    ['a name in the body', { error: { traceId: 't-1' } }, {}, 't-1'],
    ['a sentence', { message: 'Forbidden [ReqId: d326a0e7-36b8]' }, {}, 'd326a0e7-36b8'],
    ['no short number', { error_id: 502 }, {}, undefined],
  ])('is read from %s', (_, body, headers, requestId) => {
    expect(detailsOf(403, body, headers).requestId).toBe(requestId);
  });
});

test('the address that was refused, from a sentence or a name', () => {
  expect(detailsOf(403, { message: 'IP address 203.0.113.9 is not allowed' }).address).toBe('203.0.113.9');
  expect(detailsOf(403, { message: 'IP address not allowed', clientIp: '2001:db8::7' }).address).toBe('2001:db8::7');
});

test('the page that the answer sends people to', () => {
  expect(detailsOf(403, { message: 'Not permitted. Refer https://aka.ms/acme to grant access.' }).documentation).toBe(
    'https://aka.ms/acme',
  );
  expect(
    detailsOf(401, '', { 'www-authenticate': 'Bearer error="invalid_token", error_uri="https://docs.example.com/e"' })
      .documentation,
  ).toBe('https://docs.example.com/e');
});
