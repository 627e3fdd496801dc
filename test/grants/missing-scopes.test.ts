import { expect, test } from 'vitest';
import { missingScopes, unusedScopes } from '../../lambda/grants/missing-scopes.ts';
import { providerNamed } from './provider-answers.ts';

const github = providerNamed('github');

test('what is wanted and neither granted nor implied is missing, however far down it is implied', () => {
  expect(missingScopes(['admin:org'], ['read:org', 'manage_runners:org', 'repo'], undefined, github)).toEqual(['repo']);
});

test('without configured scopes those that it once had are wanted, and without these nothing is compared', () => {
  expect(missingScopes(['a'], undefined, ['a', 'b'], undefined)).toEqual(['b']);
  expect(missingScopes(['a'], ['c'], ['a', 'b'], undefined)).toEqual(['c']);
  expect(missingScopes(['a'], undefined, undefined, undefined)).toBeUndefined();
  expect(missingScopes([], [], ['b'], undefined)).toEqual([]);
});

test.each([
  [['https://graph.microsoft.com/.default'], undefined],
  [['.default', 'offline_access'], undefined],
  [['Mail.Read', 'offline_access'], ['Mail.Read']],
])('%j asks for what no token lists: %j is compared', (configured, missing) => {
  expect(missingScopes([], configured, undefined, undefined)).toEqual(missing);
});

test('what stands for whatever was consented to is compared with what it once gave', () => {
  expect(missingScopes(['Mail.Read'], ['.default'], ['Mail.Read', 'Files.Read'], undefined)).toEqual(['Files.Read']);
});

test('a scope is unused that is neither wanted nor includes what is', () => {
  expect(unusedScopes(['repo', 'gist', 'admin:org'], ['read:org', 'public_repo'], github)).toEqual(['gist']);
  expect(unusedScopes(['repo'], undefined, github)).toEqual([]);
});
