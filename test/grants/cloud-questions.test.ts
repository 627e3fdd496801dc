import { describe, expect, test } from 'vitest';
import { GRANT_PROVIDERS, providerFor } from '../../lambda/grants/providers/index.ts';
import { bearer, jwt } from './fixtures.ts';
import { providerNamed } from './provider-answers.ts';

const BASE = 'https://api.example.com';
const APP = '00001111-aaaa-2222-bbbb-3333cccc4444';
const GRAPH = 'https://graph.microsoft.com';

function asked(name: string, token: string | undefined): readonly string[] {
  const questions = providerNamed(name).questions?.({ base: BASE, token }) ?? [];
  return questions.map(({ method = 'GET', url }) => `${method} ${url.replace(BASE, '')}`);
}

/** An application's token for Graph that was minted with a secret and may read applications. */
function application(claims: Readonly<Record<string, unknown>> = {}): string {
  return jwt({ aud: GRAPH, appid: APP, appidacr: '1', iat: 1, roles: ['Application.Read.All'], ...claims });
}

describe('what is asked depends on the token', () => {
  test.each([
    ['google', 'an access token', 'ya29.a', ['POST /tokeninfo']],
    ['google', 'an API key', 'AIzaSyMadeUp', []],
    ['google', 'a JWT of a service account', jwt({ iss: 'a' }), []],
    ['google', 'no token', undefined, []],
    ['cloudflare', 'a user token', 'cfut_a', ['GET /client/v4/user/tokens/verify']],
    ['cloudflare', 'a token of the time before prefixes', 'a'.repeat(40), ['GET /client/v4/user/tokens/verify']],
    ['cloudflare', "an account's token", 'cfat_a', []],
    ['cloudflare', 'a global key', 'cfk_a', []],
    ['cloudflare', 'a global key of the time before prefixes', 'c2547eb745079dac9320b638f5e225cf483cc', []],
    ['databricks', 'a personal token', 'dapi0', ['GET /api/2.0/preview/scim/v2/Me', 'GET /api/2.0/token/list']],
    ['databricks', 'an OAuth token, which no list holds', jwt({ sub: 'a' }), ['GET /api/2.0/preview/scim/v2/Me']],
    ['okta', 'an API token', '00a', ['GET /api/v1/users/me']],
    ['okta', 'a token of the organisation', jwt({ iss: BASE, scp: ['openid'] }), ['GET /oauth2/v1/userinfo']],
    ['okta', 'a token of a server', jwt({ iss: `${BASE}/oauth2/a1`, scp: ['openid'] }), ['GET /oauth2/a1/v1/userinfo']],
    ['okta', 'no token', undefined, []],
    ['auth0', 'no token', undefined, []],
    ['okta', 'a token without openid', jwt({ iss: BASE, scp: ['okta.users.read'] }), []],
    ['okta', 'a token of somebody else', jwt({ iss: 'https://other.example', scp: ['openid'] }), []],
    ['okta', 'an issuer that climbs', jwt({ iss: `${BASE}/oauth2/../admin`, scp: ['openid'] }), []],
    ['auth0', 'an opaque token', 'a', ['GET /userinfo']],
    ['auth0', 'a token for userinfo', jwt({ aud: [BASE, `${BASE}/userinfo`] }), ['GET /userinfo']],
    ['auth0', 'a token for the Management API', jwt({ aud: `${BASE}/api/v2/` }), []],
    ['microsoft', 'an opaque token', 'EwB', ['GET /v1.0/me?$select=id,userPrincipalName']],
    [
      'microsoft',
      "a user's token",
      jwt({ aud: GRAPH, scp: 'User.Read' }),
      ['GET /v1.0/me?$select=id,userPrincipalName'],
    ],
    ['microsoft', 'a token for another API', jwt({ aud: 'https://management.azure.com', scp: 'a' }), []],
    [
      'microsoft',
      'an application with a secret',
      application(),
      [`GET /v1.0/applications(appId='${APP}')?$select=passwordCredentials`],
    ],
    [
      'microsoft',
      'an application with a certificate, by the names of version 2',
      application({
        aud: '00000003-0000-0000-c000-000000000000',
        appid: undefined,
        azp: APP,
        appidacr: undefined,
        azpacr: '2',
      }),
      [`GET /v1.0/applications(appId='${APP}')?$select=keyCredentials`],
    ],
    ['microsoft', 'an application that may not read any', application({ roles: ['User.Read.All'] }), []],
    ['microsoft', 'an application that proved nothing', application({ appidacr: '0' }), []],
    ['microsoft', 'a name that is no number', application({ appid: `x')/owners('` }), []],
  ])('%s, %s', (name, _, token, questions) => {
    expect(asked(name, token)).toEqual(questions);
  });
});

test.each([
  ['google', 'ya29.a', [false]],
  ['cloudflare', 'cfut_a', [true]],
  ['cloudflare', 'a', [false]],
  ['vault', 'hvs.a', [false]],
  ['databricks', 'dapi0', [true, false]],
  ['microsoft', application(), [false]],
  ['auth0', 'a', [false]],
  ['auth0', jwt({ aud: `${BASE}/userinfo` }), [true]],
  ['digitalocean', 'dop_v1_a', [false]],
  ['fastly', 'a', [true]],
])("a refusal of %s's questions about %s tells of its life: %j", (name, token, told) => {
  const questions = providerNamed(name).questions?.({ base: BASE, token }) ?? [];
  expect(questions.map(({ tellsLife = true }) => tellsLife)).toEqual(told);
});

test.each([
  ['vault', 'https://vault.example:8200/v1/secret/data/a', 'https://vault.example:8200'],
  ['vault', 'https://example.com/tools/vault/v1/sys/health', 'https://example.com/tools/vault'],
  ['vault', 'https://example.com/ui/', 'https://example.com'],
  ['kubernetes', 'https://10.0.0.1:6443/api/v1/pods', 'https://10.0.0.1:6443'],
  [
    'kubernetes',
    'https://example.com/k8s/clusters/c-1/apis/apps/v1/deployments',
    'https://example.com/k8s/clusters/c-1',
  ],
  ['kubernetes', 'https://example.com/readyz?verbose', 'https://example.com'],
])('%s, probed at %s, is asked below %s', (name, probe, base) => {
  expect(providerNamed(name).baseOf?.(new URL(probe), bearer())).toBe(base);
});

describe('a credential that names no provider is known by the host', () => {
  test.each([
    ['storage.googleapis.com', 'google'],
    ['graph.microsoft.com', 'microsoft'],
    ['api.cloudflare.com', 'cloudflare'],
    ['api.digitalocean.com', 'digitalocean'],
    ['api.heroku.com', 'heroku'],
    ['api.fastly.com', 'fastly'],
    ['api.vultr.com', 'vultr'],
    ['api.linode.com', 'linode'],
    ['dbc-a1b2.cloud.databricks.com', 'databricks'],
    ['adb-1234.5.azuredatabricks.net', 'databricks'],
    ['acme.okta-emea.com', 'okta'],
    ['acme.eu.auth0.com', 'auth0'],
    ['0A1B.gr7.eu-west-1.eks.amazonaws.com', 'kubernetes'],
  ])('%s is of %s', (host, name) => {
    expect(providerFor(bearer(), [`https://${host}/`])?.name).toBe(name);
  });

  test.each([
    'googleapis.com.evil.example',
    'notgoogleapis.com',
    'graph.microsoft.com.evil.example',
    'graph.microsoft.us',
    'cloudflare.com',
    'spaces.digitaloceanspaces.com',
    'accounts.cloud.databricks.com',
    'notokta.com',
    'okta.com',
    'eks.eu-west-1.amazonaws.com',
    'vault.example.com',
  ])('%s is of nobody', (host) => {
    expect(providerFor(bearer(), [`https://${host}/`])).toBeUndefined();
  });

  test.each(['entra', 'graph', 'azure-ad', 'gcp', 'k8s', 'openbao'])('%s is a name too', (provider) => {
    expect(GRANT_PROVIDERS).toContain(providerFor(bearer({ provider }), []));
  });
});

test.each([
  ['heroku', 'global', ['identity', 'write-protected']],
  ['heroku', 'write', ['read']],
  ['heroku', 'identity', []],
  ['fastly', 'global', ['global:read', 'purge_all', 'purge_select']],
  ['fastly', 'purge_all', []],
  ['linode', 'linodes:read_write', ['linodes:read_only']],
  ['linode', 'linodes:read_only', []],
  ['heroku', 'constructor', []],
])("%s's %s brings with it %j", (name, scope, implied) => {
  expect(providerNamed(name).implies(scope)).toEqual(implied);
});
