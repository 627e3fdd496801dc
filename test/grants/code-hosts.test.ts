import { describe, expect, test } from 'vitest';
import { providerFor } from '../../lambda/grants/providers/index.ts';
import { bearer } from './fixtures.ts';
import { providerNamed } from './provider-answers.ts';

const LONG = 'A'.repeat(44);
const REFERENCE = Buffer.from(`reftkn:01:1767225600:${'x'.repeat(27)}`).toString('base64');

function asks(name: string, token: string | undefined, base = 'https://host.example') {
  const questions = providerNamed(name).questions?.({ base, token }) ?? [];
  return questions.map(
    ({ url, tellsLife }) => `${url.slice(base.length)}${tellsLife === false ? ' (life unknown)' : ''}`,
  );
}

describe('what is asked depends on the kind of token', () => {
  test.each([
    ['github', 'ghp_0', ['/user']],
    ['github', 'github_pat_0', ['/user']],
    ['github', undefined, ['/user']],
    ['github', 'ghs_0', ['/installation/repositories?per_page=1']],
    ['github', 'eyJ0', ['/app']],
    ['gitlab', 'glpat-0', ['/api/v4/personal_access_tokens/self']],
    ['gitlab', 'of-an-own-prefix', ['/api/v4/personal_access_tokens/self']],
    ['gitlab', '0'.repeat(64), ['/oauth/token/info']],
    ['gitlab', 'gldt-0', []],
    ['gitlab', 'glcbt-0', []],
    ['gitlab', undefined, []],
    ['artifactory', 'eyJ0', ['/access/api/v1/tokens/me (life unknown)']],
    ['artifactory', REFERENCE, ['/access/api/v1/tokens/me (life unknown)']],
    ['artifactory', 'AKCp0', []],
    ['npm', undefined, []],
    ['docker', 'dckr_pat_0', []],
    ['docker', 'eyJ0', ['/v2/user/ (life unknown)']],
    ['bitbucket', 'ATATT0', ['/2.0/user']],
    ['bitbucket', undefined, ['/2.0/user']],
    ['bitbucket', 'ATCTT0', ['/2.0/user (life unknown)']],
    ['circleci', 'CCIPAT_0', ['/api/v2/me']],
    ['circleci', '0'.repeat(40), ['/api/v2/me (life unknown)']],
    ['atlassian', LONG, ['/rest/api/2/myself', '/rest/api/user/current', '/rest/pat/latest/tokens (life unknown)']],
    ['atlassian', undefined, ['/rest/api/2/myself', '/rest/api/user/current']],
  ])('%s, %s: %j', (name, token, urls) => {
    expect(asks(name, token)).toEqual(urls);
  });

  test('GitLab is asked below its API where that is the base, which has no place for OAuth', () => {
    expect(asks('gitlab', 'glpat-0', 'https://host.example/api/v4')).toEqual(['/personal_access_tokens/self']);
    expect(asks('gitlab', '0'.repeat(64), 'https://host.example/api/v4')).toEqual([]);
  });

  test('a refusal by one of two products of an Atlassian site says nothing of the token', () => {
    expect(asks('atlassian', undefined, 'https://example.atlassian.net')).toEqual([
      '/rest/api/2/myself (life unknown)',
      '/wiki/rest/api/user/current (life unknown)',
    ]);
  });

  test("Atlassian's gateway is asked about an app's token, and not about a user's", () => {
    expect(asks('atlassian', 'eyJ0', 'https://api.atlassian.com')).toEqual([
      '/oauth/token/accessible-resources (life unknown)',
    ]);
    expect(asks('atlassian', undefined, 'https://api.atlassian.com')).toEqual([]);
  });
});

describe('where a host is the customer’s own, its API is found from the URL of a probe', () => {
  test.each([
    ['github', 'https://github.example.com/api/v3/user/repos', 'https://github.example.com/api/v3'],
    ['github-enterprise', 'https://api.octo.ghe.com/user/repos', 'https://api.octo.ghe.com'],
    ['gitlab', 'https://example.com/gitlab/api/v4/projects', 'https://example.com/gitlab'],
    ['gitlab', 'https://gitlab.example.com/group/project', 'https://gitlab.example.com'],
    ['gitea', 'https://example.com/git/api/v1/repos/search', 'https://example.com/git'],
    ['atlassian', 'https://example.atlassian.net/wiki/rest/api/space', 'https://example.atlassian.net'],
    ['atlassian', 'https://example.com/jira/rest/api/2/search', 'https://example.com/jira'],
    ['atlassian', 'https://api.atlassian.com/ex/jira/1324a887/rest/api/3/search', 'https://api.atlassian.com'],
    ['azure-devops', 'https://dev.azure.com/fabrikam/project/_apis/git/repositories', 'https://dev.azure.com/fabrikam'],
    ['azure-devops', 'https://fabrikam.visualstudio.com/project/_apis/build', 'https://fabrikam.visualstudio.com'],
    ['jenkins', 'https://example.com/ci/job/main/api/json', 'https://example.com/ci'],
    ['jenkins', 'https://ci.example.com/api/json', 'https://ci.example.com'],
  ])('%s, %s', (name, url, base) => {
    expect(providerNamed(name).baseOf?.(new URL(url), bearer())).toBe(base);
  });
});

test.each([
  ['https://api.github.com/user', 'github'],
  ['https://api.octo.ghe.com/user', 'github-enterprise'],
  ['https://api.bitbucket.org/2.0/user', 'bitbucket'],
  ['https://example.atlassian.net/rest/api/2/myself', 'atlassian'],
  ['https://example.jfrog.io/artifactory', 'artifactory'],
  ['https://api.github.com.example.com/user', undefined],
  ['https://registry.npmjs.org.example.com/', undefined],
  ['https://notatlassian.net/', undefined],
])('%s is answered by %s', (url, name) => {
  const { provider: _, ...unnamed } = bearer({});
  expect(providerFor(unnamed, [url])?.name).toBe(name);
});

test('a host of a customer’s own is not taken for the public one: its credential would go there', () => {
  expect(providerNamed('github').answersAt('api.octo.ghe.com')).toBe(false);
  expect(providerNamed('github-enterprise').home).toBeUndefined();
  expect(providerNamed('gitlab').answersAt('gitlab.example.com')).toBe(false);
});

test.each([
  ['gitlab', 'api', 'write_repository'],
  ['gitlab', 'write_repository', 'read_repository'],
  ['bitbucket', 'pullrequest:write', 'repository:write'],
  ['docker', 'repo:write', 'repo:read'],
  ['huggingface', 'write', 'read'],
  ['huggingface', 'repo.write@org/someorg', 'repo.write'],
  ['gitea', 'all', 'write:repository'],
  ['gitea', 'write:issue', 'read:issue'],
])('%s: %s includes %s', (name, scope, included) => {
  expect(providerNamed(name).implies(scope)).toContain(included);
});

test.each([
  ['gitlab', 'read_api'],
  ['bitbucket', 'repository:admin'],
  ['bitbucket', 'write:repository:bitbucket'],
  ['gitlab', 'constructor'],
])('%s: %s does not include what may be written or read besides', (name, scope) => {
  expect(
    providerNamed(name)
      .implies(scope)
      .filter((one) => /repository|write/.test(one)),
  ).toEqual([]);
});

describe('a reference token of JFrog carries its end', () => {
  const { readToken } = providerNamed('artifactory');

  test('and says so without being asked', () => {
    expect(readToken?.(REFERENCE)).toStrictEqual({
      source: 'claimed',
      expiresAt: { value: 1_767_225_600, evidence: { where: 'reference token', what: '1767225600' } },
    });
  });

  test.each([
    Buffer.from(`reftkn:01:0000000000:${'x'.repeat(27)}`).toString('base64'),
    Buffer.from(`reftkn:01:17672256ab:${'x'.repeat(27)}`).toString('base64'),
    Buffer.from(`reftkn:01:1767225600:${'x'.repeat(99)}`).toString('base64'),
    'A'.repeat(64),
    'eyJ0.eyJ0.x',
    '',
  ])('%s carries none', (token) => {
    expect(readToken?.(token)).toBeUndefined();
  });
});
