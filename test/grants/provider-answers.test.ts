import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GRANT_PROVIDERS } from '../../lambda/grants/providers/index.ts';
import { providerAnswers, providerNamed, questionOf, responseOf, said } from './provider-answers.ts';

describe('what providers answer, as their documentation shows it', () => {
  test.each(providerAnswers.map((answer) => [answer.id, answer] as const))('%s', (_, fixture) => {
    const response = responseOf(fixture.answer);
    const reading =
      fixture.asked === undefined
        ? providerNamed(fixture.provider).read?.(response, fixture.token)
        : questionOf(fixture).read(response);
    expect(said(reading)).toEqual(fixture.says);
  });

  test('each has a source and an id of its own', () => {
    expect(new Set(providerAnswers.map(({ id }) => id)).size).toBe(providerAnswers.length);
    expect(providerAnswers.filter(({ source }) => !/^https:\/\//.test(source)).map(({ id }) => id)).toEqual([]);
  });
});

/** These tell no id beside an address: Buildkite and Vultr of nobody, Google of none whom an application speaks for. */
const BY_ADDRESS = ['buildkite', 'google', 'vultr'];

test('whom a credential speaks for is an id where there is one: addresses are changed, and nobody is to be warned then', () => {
  const addresses = providerAnswers.filter(({ says }) => /@[\w-]+\.\w+$/.test(String(says.identity)));
  expect([...new Set(addresses.map(({ provider }) => provider))]).toEqual(BY_ADDRESS);
});

/**
 * Questions that a credential may be refused while it lives, asked with a token that tells no kind: those that take a
 * right or a kind of its own.
 */
const REFUSED_TO_THE_LIVING = [
  'auth0 /userinfo',
  'azure-devops /_apis/connectionData',
  'circleci /api/v2/me',
  'cloudflare /client/v4/user/tokens/verify',
  'datadog /api/v2/validate_keys',
  'digitalocean /v1/oauth/token/info',
  'facebook /debug_token',
  'facebook /me/permissions',
  'google /tokeninfo',
  'grafana /api/user',
  'heroku /account',
  'linkedin /v2/me',
  'linkedin /v2/userinfo',
  'linode /v4/profile',
  'mailgun /v4/domains',
  'mastodon /api/v1/accounts/verify_credentials',
  'microsoft /v1.0/me',
  'npm /-/whoami',
  'pagerduty /users/me',
  'salesforce /services/oauth2/userinfo',
  'twilio /v2/Services',
  'vault /v1/auth/token/lookup-self',
  'vercel /v5/user/tokens/current',
  'vultr /v2/account',
  'zendesk /api/v2/oauth/tokens/current.json',
];

test('a question that refuses living credentials tells nothing of their life', () => {
  const asked = GRANT_PROVIDERS.flatMap(({ name, questions, home }) =>
    (questions?.({ base: home ?? 'https://api.example.com', token: 'opaque' }) ?? [])
      .filter(({ tellsLife }) => tellsLife === false)
      .map(({ url }) => `${name} ${new URL(url).pathname}`),
  );
  expect(asked.toSorted()).toEqual(REFUSED_TO_THE_LIVING);
});

const TOKEN = 'planted-0f3a9c-token';

describe.each(GRANT_PROVIDERS.map((provider) => [provider.name, provider] as const))('%s', (name, provider) => {
  const questions = provider.questions?.({ base: 'https://api.example.com', token: TOKEN }) ?? [];

  test('asks at most three questions, all below the base that it is given, none with the token in its URL', () => {
    expect(questions.length).toBeLessThanOrEqual(3);
    for (const { url } of questions) {
      expect(url.startsWith('https://api.example.com/')).toBe(true);
      expect(url).not.toContain(TOKEN);
    }
  });

  test('reads any answer without throwing, and says nothing of what is no answer of its own', () => {
    const body = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constantFrom('null', '[]', '{}', '{"data":null}', '<html></html>'),
    );
    const headers = fc.dictionary(
      fc.constantFrom('x-oauth-scopes', 'content-type', 'github-authentication-token-expiration'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), headers, body, (status, sent, text) => {
        const response = { status, headers: sent, body: text, truncated: false };
        for (const { read } of questions) read(response);
        provider.read?.(response, TOKEN);
        provider.readToken?.(text);
      }),
      { numRuns: 200 },
    );
    const page = {
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<html>Sign in</html>',
      truncated: false,
    };
    for (const { read } of questions) expect(said(read(page))).toEqual({});
  });

  test('has a fixture for each of its questions', () => {
    const asked = new Set(
      providerAnswers.filter((one) => one.provider === name).map((one) => one.asked?.split(' ')[1]),
    );
    expect(questions.length === 0 || asked.size > 0).toBe(true);
  });

  test('implies no scope by itself', () => {
    for (const scope of ['repo', 'admin', 'read', '']) expect(provider.implies(scope)).not.toContain(scope);
  });
});
