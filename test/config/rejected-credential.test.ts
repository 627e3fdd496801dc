import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../lambda/config/config-error.ts';
import { parseConfig } from '../../lambda/config/schema.ts';
import { thrownBy, URL, withCredential, withProbe } from './build.ts';

const TOKEN_URL = 'https://login.example.com/oauth2/token';
const bearer = { kind: 'bearer', secret: 's' };
const client = { kind: 'oauth2-client-credentials', secret: 's', tokenUrl: TOKEN_URL };
const refresh = { kind: 'oauth2-refresh-token', secret: 's', tokenUrl: TOKEN_URL, rotates: true };
const assertion = { kind: 'jwt-bearer', secret: 's', tokenUrl: TOKEN_URL };
const app = { kind: 'github-app', secret: 's', appId: 1, installationId: 2 };
const aws = { kind: 'aws-sigv4', region: 'eu-central-1', service: 'execute-api' };

const KINDS =
  'must be one of "bearer", "basic", "api-key", "oauth2-client-credentials", "oauth2-refresh-token", "jwt-bearer", "github-app", "aws-sigv4", "mtls"';
const INSTANT =
  'must be a date such as "2027-01-31", which begins it in UTC, or an RFC 3339 date-time such as "2027-01-31T09:00:00Z", from 2000 to before 2200';
const EVERY = 'must be a duration from 1m to 24h in steps of 1m, such as "15m"';
const PRIVATE = 'must not name a private or loopback address';
const ALLOW = 'set allowPrivateNetwork: true to allow it';
const CLEAR_TEXT = 'a credential does not travel in clear text';
const SECRET_PLACE = 'its place is the secret that "secret" names';
const PASTED = `must not hold a credential: ${SECRET_PLACE}`;
const SECRET_REF =
  'must be a Secrets Manager name or ARN, name#field for a field of a JSON secret, or ssm:/path for a parameter';
const CLIENT_AUTH = 'must be one of "client_secret_basic", "client_secret_post", "private_key_jwt"';
const RESOURCE = 'must be an absolute URI without a fragment, or a list of 1 to 20 of them';
const ROTATES =
  'must be true or false, got nothing: true where each use of the refresh token gives a new one and ends the old one, which the monitor then stores in the secret and does so only because you say so; false where it stays, and the secret is never written';
const WHOLE_SECRET =
  'must be a whole JSON secret in Secrets Manager, neither a "#field" nor "ssm:": with rotates: true each new refresh token is stored in it, and it is replaced as a whole';
const ASKING = 'must be a credential of kind "bearer", "basic" or "api-key": it is sent as it is stored';
const METADATA = 'must be set, or else "issuer", whose metadata names';

/** What is wrong with one credential, and it. */
const rejected: readonly (readonly [problem: string, credential: unknown])[] = [
  [`every ${EVERY}, got "30s"`, { ...bearer, every: '30s' }],
  [`every ${EVERY}, got "25h"`, { ...bearer, every: '25h' }],
  [`every ${EVERY}, got "15 minutes"`, { ...bearer, every: '15 minutes' }],
  [`every ${EVERY}, got a number`, { ...bearer, every: 15 }],
  [`expiresAt ${INSTANT}, got "2027-02-29"`, { ...bearer, expiresAt: '2027-02-29' }],
  [`expiresAt ${INSTANT}, got "31.01.2027"`, { ...bearer, expiresAt: '31.01.2027' }],
  [`expiresAt ${INSTANT}, got "1999-12-31"`, { ...bearer, expiresAt: '1999-12-31' }],
  [`expiresAt ${INSTANT}, got "2200-01-01T00:00:00Z"`, { ...bearer, expiresAt: '2200-01-01T00:00:00Z' }],
  [`expiresAt ${INSTANT}, got "2027-01-31T24:00:00Z"`, { ...bearer, expiresAt: '2027-01-31T24:00:00Z' }],
  [`expiresAt ${INSTANT}, got "2027-01-31T09:00:00"`, { ...bearer, expiresAt: '2027-01-31T09:00:00' }],
  [`expiresAt ${INSTANT}, got a string`, { ...bearer, expiresAt: 'in a year' }],
  [`expiresAt ${INSTANT}, got a number`, { ...bearer, expiresAt: 1_801_353_600 }],
  ['allowPrivateNetwork must be true or false, got a string', { ...bearer, allowPrivateNetwork: 'yes' }],

  ['apiUrl must be an http or https URL, got a string', { ...bearer, apiUrl: 'api.example.com' }],
  [
    'apiUrl must not have a query, got "https://api.example.com/"',
    { ...bearer, apiUrl: 'https://api.example.com/?v=1' },
  ],
  [
    'apiUrl must not have a fragment, got "https://api.example.com/": it is never sent',
    { ...bearer, apiUrl: 'https://api.example.com/#v1' },
  ],
  [
    `apiUrl must not hold a user name or a password, got "<hidden>@api.example.com/": ${SECRET_PLACE}`,
    { ...bearer, apiUrl: 'https://me:hunter2@api.example.com/' },
  ],
  [
    'apiUrl must be a URL that may be called, got "http://169.254.169.254/": 169.254.169.254 is a metadata service, which is never called',
    { ...bearer, apiUrl: 'http://169.254.169.254/', allowPrivateNetwork: true },
  ],
  [
    `apiUrl must be https, got "http://api.example.com": ${CLEAR_TEXT}`,
    { ...bearer, apiUrl: 'http://api.example.com', allowPrivateNetwork: true },
  ],
  [`apiUrl ${PRIVATE}, got "https://10.1.2.3/api": ${ALLOW}`, { ...bearer, apiUrl: 'https://10.1.2.3/api' }],
  [`issuer must be https, got "http://a.example": ${CLEAR_TEXT}`, { ...bearer, issuer: 'http://a.example' }],
  [`issuer ${PRIVATE}, got "http://localhost": ${ALLOW}`, { ...bearer, issuer: 'http://localhost' }],
  ['issuer must not have a query, got "https://a.example/"', { ...bearer, issuer: 'https://a.example/?' }],

  [`tokenUrl ${METADATA} the token endpoint`, { kind: client.kind, secret: 's' }],
  [`tokenUrl ${METADATA} the token endpoint`, { ...refresh, tokenUrl: undefined, provider: 'google' }],
  [
    `tokenUrl ${METADATA} the token endpoint: with provider: "google" the secret names it`,
    { kind: 'jwt-bearer', secret: 's' },
  ],
  [`tokenUrl ${PRIVATE}, got "https://[::1]/token": ${ALLOW}`, { ...client, tokenUrl: 'https://[::1]/token' }],
  [
    `tokenUrl must be https, got "http://a.example/token": ${CLEAR_TEXT}`,
    { ...client, tokenUrl: 'http://a.example/token' },
  ],
  [
    `tokenUrl must not hold a credential, got "https://a.example/token": ${SECRET_PLACE}`,
    { ...client, tokenUrl: 'https://a.example/token?client_secret=sk_live_1' },
  ],
  ['clientId must be a client id, 1 to 1024 characters', { ...client, clientId: 'a\nb' }],
  [`clientId ${PASTED}`, { ...client, clientId: 'ghp_16C7e42F292c6912E7710c838347Ae178B4a' }],
  ['clientId must be a client id, 1 to 1024 characters', { ...client, clientId: 42 }],
  [`clientAuth ${CLIENT_AUTH}, got a string`, { ...client, clientAuth: 'tls_client_auth' }],
  ['scheme must be the word before the token, such as "Bearer"', { ...client, scheme: 'Bearer token' }],
  ['audience must be an audience, 1 to 1024 characters', { ...client, audience: '' }],
  [`resource ${RESOURCE}`, { ...client, resource: '/orders' }],
  [`resource ${RESOURCE}`, { ...client, resource: 'https://a.example/#orders' }],
  ['resource must be a list of 1 to 20, got an empty list', { ...client, resource: [] }],
  [`resource[1] ${RESOURCE}`, { ...client, resource: ['urn:a:b', 'orders'] }],
  ['resource must not hold anything twice, got a list', { ...client, resource: ['urn:a:b', 'urn:a:b'] }],

  ['parameters must be an object of at most 50 parameters, got a list', { ...client, parameters: ['a'] }],
  ['parameters["<hidden>"] must be text of at most 4096 characters', { ...client, parameters: { organization: 5 } }],
  [`parameters["<hidden>"] ${PASTED}`, { ...client, parameters: { key: 'sk_live_1' } }],
  ['parameters.grant_type must not be set here: the kind sets it', { ...client, parameters: { grant_type: 'x' } }],
  ['parameters.client_id must not be set here: set "clientId"', { ...refresh, parameters: { client_id: 'x' } }],
  [
    'parameters.client_secret must not be set here: its value belongs in the secret',
    { ...client, parameters: { client_secret: 'hunter2' } },
  ],
  ['parameters.scope must not be set here: set "scopes"', { ...client, parameters: { scope: 'x' } }],
  [
    'parameters.client_assertion must not be set here: set clientAuth: "private_key_jwt"',
    { ...client, parameters: { client_assertion: 'x' } },
  ],
  ['parameters.audience must not be set here: set "audience"', { ...client, parameters: { audience: 'x' } }],
  ['parameters.resource must not be set here: set "resource"', { ...client, parameters: { resource: 'x' } }],
  [
    'parameters.refresh_token must not be set here: its value belongs in the secret',
    { ...refresh, parameters: { refresh_token: 'x' } },
  ],
  ['parameters.assertion must not be set here: the kind sets it', { ...assertion, parameters: { assertion: 'x' } }],
  ['claims.sub must not be set here: set "subject"', { ...assertion, claims: { sub: 'x' } }],
  ['claims.exp must not be set here: the kind sets it', { ...assertion, claims: { exp: '1' } }],
  ['claims["<hidden>"] must be text of at most 4096 characters, got true', { ...assertion, claims: { admin: true } }],
  ['subject must be a subject, 1 to 1024 characters, got null', { ...assertion, subject: null }],

  [`rotates ${ROTATES}`, { ...refresh, rotates: undefined }],
  [`rotates ${ROTATES}`, { ...refresh, rotates: undefined, provider: 'microsoft' }],
  ['rotates must be true or false, got a string', { ...refresh, rotates: 'yes' }],
  [
    'rotates must be true, got nothing: a refresh token of gitlab is good for one use, and the new one is lost unless the monitor may store it in the secret',
    { ...refresh, rotates: undefined, provider: 'gitlab' },
  ],
  [
    'rotates must be true, got false: a refresh token of slack is good for one use, and the new one is lost unless the monitor may store it in the secret',
    { ...refresh, rotates: false, provider: 'slack' },
  ],
  [`secret ${WHOLE_SECRET}`, { ...refresh, secret: 'prod/mail#refresh_token' }],
  [`secret ${WHOLE_SECRET}`, { ...refresh, secret: 'ssm:/prod/mail' }],

  [
    'appId must be the app\'s client id, such as "Iv23li…", or its numeric id, got a string',
    { ...app, appId: 'my app' },
  ],
  ['appId must be the app\'s client id, such as "Iv23li…", or its numeric id, got a number', { ...app, appId: 1.5 }],
  ["installationId must be the installation's numeric id, got a number", { ...app, installationId: -1 }],
  ["installationId must be the installation's numeric id, got a string", { ...app, installationId: '1e3' }],
  ["installationId must be the installation's numeric id, got nothing", { ...app, installationId: undefined }],

  ['region must be a region, such as "eu-central-1"', { ...aws, region: 'Frankfurt' }],
  [
    'service must be the name of a service in signatures, such as "execute-api", got nothing',
    { ...aws, service: undefined },
  ],
  [
    'roleArn must be the ARN of a role, such as "arn:aws:iam::123456789012:role/…"',
    { ...aws, roleArn: 'arn:aws:iam::123456789012:user/a' },
  ],
  [
    'roleArn must not be set together with "secret": the monitor assumes it with its own role',
    { ...aws, secret: 's', roleArn: 'arn:aws:iam::123456789012:role/a' },
  ],
  ['externalId must not be set without "roleArn": it is for assuming a role', { ...aws, externalId: 'ab' }],
  [
    'externalId must be 2 to 1224 letters, digits and "_+=,.@:/-"',
    { ...aws, roleArn: 'arn:aws:iam::123456789012:role/a', externalId: 'a b' },
  ],
  [
    'kmsKey must not be set without "secret": there is nothing to decrypt',
    { ...aws, kmsKey: 'arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab' },
  ],
  [`secret ${SECRET_REF}, got nothing`, { kind: 'mtls' }],
  [`secret ${SECRET_REF}, got nothing`, { ...app, secret: undefined }],

  ['client_id is not a known key: did you mean "clientId"?', { ...client, client_id: 'x' }],
  [
    'clientSecret must not be set: its value belongs in the secret that "secret" names',
    { ...client, clientSecret: 'hunter2' },
  ],
  ['token must not be set: its value belongs in the secret that "secret" names', { ...bearer, token: 'hunter2' }],
  [
    'introspection.uri is not a known key: did you mean "url"?',
    { ...client, introspection: { url: 'https://a.example', uri: 'x' } },
  ],
];

test.each(rejected)('credentials.github-ci.%s', (problem, credential) => {
  expect(() => parseConfig(withCredential(credential))).toThrow(new ConfigError([`credentials.github-ci.${problem}`]));
});

describe('a question about a token', () => {
  const url = 'https://login.example.com/introspect';
  const others = { asking: { kind: 'basic', secret: 'a' }, minted: client };

  test.each([
    [`url ${METADATA} it`, { ...client, introspection: {} }],
    ['url must be an http or https URL, got a string', { ...client, introspection: { url: 'introspect' } }],
    [
      `url ${PRIVATE}, got "https://192.168.1.1/": ${ALLOW}`,
      { ...client, introspection: { url: 'https://192.168.1.1/' } },
    ],
    [
      'credential must be the name of a configured credential: kind "bearer" has no OAuth client that could ask',
      { ...bearer, introspection: { url } },
    ],
    [
      'credential must be the name of a configured credential: kind "mtls" has no OAuth client that could ask',
      { kind: 'mtls', secret: 's', introspection: { url } },
    ],
    [
      'credential must be the name of a configured credential, got "askin": did you mean "asking"?',
      { ...bearer, introspection: { url, credential: 'askin' } },
    ],
    [
      'credential must be the name of a configured credential, not a secret itself',
      { ...bearer, introspection: { url, credential: 'ghp_16C7e42F292c6912E7' } },
    ],
    [
      'credential must be another credential: this one is what is asked about',
      { ...bearer, introspection: { url, credential: 'it' } },
    ],
    [`credential ${ASKING}`, { ...bearer, introspection: { url, credential: 'minted' } }],
  ])('introspection.%s', (problem, it) => {
    expect(() => parseConfig({ ...withProbe({}), credentials: { ...others, it } })).toThrow(
      new ConfigError([`credentials.it.introspection.${problem}`]),
    );
  });

  test.each([
    ['broken must be an object', 'x'],
    ['broken must be an object, got null', null],
    [`broken.kind ${KINDS}, got a string`, { kind: 'beerer' }],
  ])('is not refused for an asking credential that is refused itself: %s', (problem, broken) => {
    const it = { ...bearer, introspection: { url, credential: 'broken' } };
    expect(() => parseConfig({ ...withProbe({}), credentials: { ...others, broken, it } })).toThrow(
      new ConfigError([`credentials.${problem}`]),
    );
  });
});

describe('a rotating refresh token', () => {
  const ARN = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:s';
  const SHARED = 'must not be the secret of credentials.one too: a rotating refresh token is good for one use';

  test.each([
    ['by its name', 's', refresh],
    ['by its ARN', `${ARN}-AbCdEf`, refresh],
    ['by a field', 's#refresh_token', { ...refresh, rotates: false }],
    ['though it is said to stay', ARN, { ...refresh, rotates: false }],
  ])('is refused where another one is in its secret, %s', (_, secret, other) => {
    const credentials = { one: refresh, other: { ...other, secret } };
    expect(() => parseConfig({ ...withProbe({}), credentials })).toThrow(
      new ConfigError([`credentials.other.secret ${SHARED}`]),
    );
  });

  test('is refused where others stand before it, which are not', () => {
    const stays = { ...refresh, rotates: false };
    const credentials = { one: stays, another: stays, other: refresh };
    expect(() => parseConfig({ ...withProbe({}), credentials })).toThrow(
      new ConfigError([`credentials.other.secret ${SHARED}`]),
    );
  });
});

test('a probe with a client certificate is https', () => {
  const credentials = { key: { kind: 'mtls', secret: 's' } };
  const probe = { url: 'http://127.0.0.1/', credential: 'key', allowPrivateNetwork: true };
  expect(() => parseConfig({ ...withProbe(probe), credentials })).toThrow(
    new ConfigError([
      'probes[0].url must be https, got "http://127.0.0.1/": a client certificate is shown while TLS begins',
    ]),
  );
});

test('all that is wrong with credentials is told at once, one credential after the other', () => {
  const config = {
    monitor: 'm',
    credentials: {
      graph: { ...client, tokenUrl: undefined, clientAuth: 'none', parameters: { scope: 'x' } },
      mail: { ...refresh, rotates: undefined, every: '1s', apiUrl: 'http://10.0.0.1' },
      s3: { ...aws, region: 5, externalId: 'x' },
    },
    probes: [{ name: 'a', url: URL, every: '1s' }],
  };
  expect(thrownBy(() => parseConfig(config)).problems).toEqual([
    `credentials.graph.clientAuth ${CLIENT_AUTH}, got a string`,
    `credentials.graph.tokenUrl ${METADATA} the token endpoint`,
    'credentials.graph.parameters.scope must not be set here: set "scopes"',
    `credentials.mail.every ${EVERY}, got "1s"`,
    `credentials.mail.apiUrl ${PRIVATE}, got "http://10.0.0.1": ${ALLOW}`,
    `credentials.mail.rotates ${ROTATES}`,
    'credentials.s3.region must be a region, such as "eu-central-1"',
    'credentials.s3.externalId must be 2 to 1224 letters, digits and "_+=,.@:/-"',
    'credentials.s3.externalId must not be set without "roleArn": it is for assuming a role',
    'probes[0].every must be a duration from 1m to 24h in steps of 1m, such as "5m", got "1s"',
  ]);
});

test('on this machine a credential may be asked about every few seconds', () => {
  const config = { ...withCredential({ ...bearer, every: '5s' }), watchSecretsEvery: '2s' };
  expect(parseConfig(config, { minimumEveryMs: 1_000 })).toMatchObject({
    credentials: { 'github-ci': { everyMs: 5_000 } },
    watchSecretsEveryMs: 2_000,
  });
});
