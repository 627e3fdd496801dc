import { expect, test } from 'vitest';
import { withImpliedScopes } from '../../lambda/diagnosis/providers/github.ts';
import { grantedScopes, requiredScopes, splitScopes } from '../../lambda/diagnosis/reading/scopes.ts';

test.each([
  ['repo, user:email', ['repo', 'user:email']],
  ['a.read|b.write;c', ['a.read', 'b.write', 'c'].filter((scope) => scope.length > 1)],
  ['["x:read"]', ['x:read']],
  ['', []],
])('splitScopes(%j)', (list, expected) => {
  expect(splitScopes(list)).toEqual(expected);
});

test.each([
  ['Missing scopes: files.read, files.write. Check that you have the role.', ['files.read', 'files.write']],
  ['Insufficient scope, expected any of: read:clients,read:client_keys', ['read:clients', 'read:client_keys']],
  ['Access to this resource requires scope "admin".', ['admin']],
  ['This endpoint requires the file_comments:read scope', ['file_comments:read']],
  [
    "The 'login' field requires one of the following scopes: ['read:org'], but your token has only been granted the: ['repo'] scopes.",
    ['read:org'],
  ],
  ['You do not have permission to do this.', []],
])('%j requires %j', (sentence, expected) => {
  expect(requiredScopes(sentence)).toEqual(expected);
});

test('what a sentence says is granted', () => {
  expect(grantedScopes("Scopes on the request 'User.Read, Mail.Read'")).toEqual(['User.Read', 'Mail.Read']);
});

test('GitHub scopes contain others', () => {
  expect(withImpliedScopes(['admin:org'])).toEqual(
    new Set(['admin:org', 'write:org', 'read:org', 'manage_runners:org']),
  );
});
