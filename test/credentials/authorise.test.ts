import { describe, expect, test } from 'vitest';
import type { ApiKeyCredential, BasicCredential, BearerCredential } from '../../lambda/config/types.ts';
import { authoriseStatic as authorise } from '../../lambda/credentials/authorise.ts';
import { COMMON } from '../support/common-credential.ts';

const bearer: BearerCredential = { ...COMMON, kind: 'bearer', secret: 'prod/api', scheme: 'Bearer' };
const basic: BasicCredential = { ...COMMON, kind: 'basic', secret: 'prod/api' };
const basicFor: BasicCredential = { ...COMMON, kind: 'basic', secret: 'prod/api', username: 'monitor' };
const apiKey: ApiKeyCredential = { ...COMMON, kind: 'api-key', secret: 'prod/api', in: 'header', name: 'X-API-Key' };
const queryKey: ApiKeyCredential = { ...COMMON, kind: 'api-key', secret: 'prod/api', in: 'query', name: 'key' };

describe('a secret becomes what the request carries', () => {
  test.each([
    ['a bearer token', bearer, 'tok3n', { headers: { authorization: 'Bearer tok3n' }, query: {}, token: 'tok3n' }],
    ['with another scheme', { ...bearer, scheme: 'SSWS' }, 'tok3n', { headers: { authorization: 'SSWS tok3n' } }],
    ['with no scheme', { ...bearer, scheme: '' }, 'tok3n', { headers: { authorization: 'tok3n' } }],
    // @see https://www.rfc-editor.org/rfc/rfc7617#section-2
    [
      'user:password',
      basic,
      'Aladdin:open sesame',
      { headers: { authorization: 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==' } },
    ],
    ['a password with colons', basic, 'a:b:c', { headers: { authorization: 'Basic YTpiOmM=' } }],
    ['a user without a password', basic, 'sk_x:', { headers: { authorization: 'Basic c2tfeDo=' } }],
    ['a login in UTF-8', basic, 'test:123£', { headers: { authorization: 'Basic dGVzdDoxMjPCow==' } }],
    ['a login as JSON', basic, '{"username":"a","password":"b:c"}', { headers: { authorization: 'Basic YTpiOmM=' } }],
    ['a password alone', basicFor, 'p:w', { headers: { authorization: 'Basic bW9uaXRvcjpwOnc=' } }],
    ['a password as JSON', basicFor, '{"password":"p:w"}', { headers: { authorization: 'Basic bW9uaXRvcjpwOnc=' } }],
    ['a key in a header', apiKey, 'k3y', { headers: { 'x-api-key': 'k3y' }, query: {} }],
    ['a key in the query', queryKey, 'k3y&é', { headers: {}, query: { key: 'k3y&é' } }],
    ['a pasted newline', bearer, 'tok3n\r\n', { headers: { authorization: 'Bearer tok3n' } }],
  ] as const)('%s', (_, credential, secret, expected) => {
    expect(authorise(credential, secret)).toMatchObject(expected);
  });
});

test.each([bearer, basicFor, apiKey, queryKey])('half a character is a problem: %j', (credential) => {
  expect(authorise(credential, 'k3y\ud800')).toEqual({
    problem: 'the secret contains half a character: store it again',
  });
});

describe('every form that travels is to be redacted', () => {
  test.each([
    [bearer, 'tok3n', ['tok3n']],
    [basic, 'user:pass', ['dXNlcjpwYXNz', 'user:pass', 'pass', 'user']],
    [basicFor, 'pass', ['bW9uaXRvcjpwYXNz', 'monitor:pass', 'pass']],
    [queryKey, 'k3y', ['k3y']],
  ] as const)('%o', (credential, secret, secrets) => {
    expect(authorise(credential, secret)).toMatchObject({ secrets });
  });
});

describe('a secret that cannot be used is a problem that does not show it', () => {
  test.each([
    ['empty', bearer, '\n', 'the secret is empty'],
    ['with a line break', bearer, 'tok3n\r\nx-evil: 1', 'the secret contains a line break'],
    ['with a control character', apiKey, 'tok3n\0', 'the secret contains a line break or another control character'],
    ['with a line break in JSON', basic, '{"username":"a","password":"tok3n\\r\\n"}', 'contains a control character'],
    ['not ASCII', bearer, 'tok3n–', 'characters that a header cannot carry'],
    ['with its scheme', bearer, 'bearer tok3n', 'begins with the word Bearer, which is added anyway'],
    [
      'JSON for a token',
      bearer,
      '{"token":"tok3n"}',
      'is a JSON object with "token": name the field to use, as in NAME#FIELD',
    ],
    ['JSON for a key', queryKey, '{"a":"tok3n","b":1}', 'is a JSON object with "a", "b"'],
    ['no login', basic, 'tok3n', 'the secret has no colon'],
    ['no login in JSON', basic, '{"user":"tok3n"}', 'without the fields "username" and "password"'],
    ['a user with a colon', basic, '{"username":"a:b","password":"tok3n"}', 'the user name contains a colon'],
    ['a configured user with a colon', { ...basicFor, username: 'a:b' }, 'tok3n', 'the user name contains a colon'],
  ] as const)('%s', (_, credential, secret, problem) => {
    const result = authorise(credential, secret);
    expect(result).toEqual({ problem: expect.stringContaining(problem) });
    expect(JSON.stringify(result)).not.toContain('tok3n');
  });
});
