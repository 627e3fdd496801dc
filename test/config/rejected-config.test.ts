import { expect, test } from 'vitest';
import { ConfigError } from '../../lambda/config/config-error.ts';
import { parseConfig } from '../../lambda/config/schema.ts';
import { thrownBy, URL, withAlerts, withCredential, withProbe } from './build.ts';

const STATUS = 'must be a status code from 100 to 599, a class such as "2xx", or a list of them';
const PASTED =
  'must be the name of a secret, not its value: store the value in Secrets Manager, write its name here, and replace the value, for it has been in a file';
const SECRET_REF =
  'must be a Secrets Manager name or ARN, name#field for a field of a JSON secret, or ssm:/path for a parameter';
const KINDS =
  'must be one of "bearer", "basic", "api-key", "oauth2-client-credentials", "oauth2-refresh-token", "jwt-bearer", "github-app", "aws-sigv4", "mtls"';
const WATCH = 'must be a duration from 1m to 24h in steps of 1m, such as "1m", or false';
const PRIVATE = 'must not name a private or loopback address';
const ALLOW = 'set allowPrivateNetwork: true to allow it';

/** The only problem of each. */
const rejected: readonly (readonly [problem: string, config: unknown])[] = [
  ['config must be an object, got null', null],
  ['config must be an object, got an empty list', []],
  ['config must be an object, got "monitor: m"', 'monitor: m'],
  [
    'monitor must be 1 to 31 characters of a-z, 0-9 and "-", a letter first, got "My APIs": it names the stack',
    { monitor: 'My APIs', probes: [{ name: 'a', url: URL }] },
  ],
  ['probes must be a list of 1 to 10000, got nothing', { monitor: 'm' }],
  ['probes must be a list of 1 to 10000, got an empty list', { monitor: 'm', probes: [] }],
  ['probes must hold at most 10000 items, got 10001', { monitor: 'm', probes: new Array(10_001) }],
  ['probes[0] must be an object, got "a"', { monitor: 'm', probes: ['a'] }],
  ['proves is not a known key: did you mean "probes"?', { ...withProbe({}), proves: [] }],

  ['alerts must be an object, got an empty list', withAlerts([])],
  ['alerts.email must be a list of at most 50, got "a@example.com"', withAlerts({ email: 'a@example.com' })],
  ['alerts.email[0] must be a mail address, got "a@b, c@d"', withAlerts({ email: ['a@b, c@d'] })],
  ['alerts.email must not hold anything twice, got a list', withAlerts({ email: ['a@b.example', 'A@b.example'] })],
  ['alerts.failureThreshold must be an integer from 1 to 10, got 0', withAlerts({ failureThreshold: 0 })],
  [
    'alerts.expiryWarningDays[1] must be an integer from 1 to 365, got 366',
    withAlerts({ expiryWarningDays: [1, 366] }),
  ],
  ['alerts.expiryWarningDays must not hold anything twice, got a list', withAlerts({ expiryWarningDays: [7, 7] })],
  [
    'alerts.remindEvery must be a duration from 1h to 30d, such as "24h", got "30m"',
    withAlerts({ remindEvery: '30m' }),
  ],

  [`watchSecretsEvery ${WATCH}, got "30s"`, { ...withProbe({}), watchSecretsEvery: '30s' }],
  [`watchSecretsEvery ${WATCH}, got "2d"`, { ...withProbe({}), watchSecretsEvery: '2d' }],
  [`watchSecretsEvery ${WATCH}, got true`, { ...withProbe({}), watchSecretsEvery: true }],
  [`watchSecretsEvery ${WATCH}, got 60`, { ...withProbe({}), watchSecretsEvery: 60 }],

  ['credentials.github-ci must be an object', withCredential('hunter2')],
  [`credentials.github-ci.kind ${KINDS}, got a string`, withCredential({ kind: 'beerer', secret: 's' })],
  [`credentials.github-ci.kind ${KINDS}, got nothing`, withCredential({ secret: 's' })],
  [`credentials.github-ci.secret ${SECRET_REF}, got nothing`, withCredential({ kind: 'bearer' })],
  [`credentials.github-ci.secret ${SECRET_REF}`, withCredential({ kind: 'bearer', secret: 'über' })],
  [`credentials.github-ci.secret ${PASTED}`, withCredential({ kind: 'bearer', secret: 'ghp_16C7e42F292c6912E7' })],
  [`credentials.github-ci.secret ${PASTED}`, withCredential({ kind: 'basic', secret: 'correct horse' })],
  [
    'credentials.github-ci.secrte is not a known key: did you mean "secret"?',
    withCredential({ kind: 'bearer', secret: 's', secrte: 'hunter2' }),
  ],
  [
    'credentials.github-ci.scopes[1] must be one scope: 1 to 256 visible characters, no space',
    withCredential({ kind: 'bearer', secret: 's', scopes: ['repo', 'read:org user'] }),
  ],
  [
    'credentials.github-ci.provider must be a provider\'s name in 1 to 32 of a-z, 0-9 and "-", such as "github", got a string',
    withCredential({ kind: 'bearer', secret: 's', provider: 'GitHub' }),
  ],
  [
    'credentials.github-ci.kmsKey must be the ARN of a KMS key, such as "arn:aws:kms:eu-central-1:123456789012:key/…"',
    withCredential({ kind: 'bearer', secret: 's', kmsKey: 'alias/mine' }),
  ],
  [
    'credentials.github-ci.username must be 1 to 256 characters without a colon',
    withCredential({ kind: 'basic', secret: 's', username: 'a:b' }),
  ],
  [
    'credentials.github-ci.in must be one of "header", "query", got a string',
    withCredential({ kind: 'api-key', secret: 's', in: 'cookie', name: 'sid' }),
  ],
  [
    'credentials.github-ci.name must be a valid header name, got a string',
    withCredential({ kind: 'api-key', secret: 's', in: 'header', name: 'x key' }),
  ],
  [
    'credentials.__proto__ is not a key that can be used',
    { ...withProbe({}), credentials: JSON.parse('{"__proto__":{"kind":"bearer","secret":"s"}}') },
  ],
  [
    'credentials["a:b"] must be a name of 1 to 64 letters, digits, spaces and "._-/", a letter or digit first, no space last',
    { ...withProbe({}), credentials: { 'a:b': { kind: 'bearer', secret: 's' } } },
  ],
];

test.each(rejected)('%s', (problem, config) => {
  expect(() => parseConfig(config)).toThrow(new ConfigError([problem]));
});

test('what holds between fields is told beside a field of the wrong type', () => {
  const config = {
    monitor: 'm',
    credentials: { k: { kind: 'api-key', in: 'header', name: 'x key' } },
    probes: [{ name: 'a', url: URL, expect: { json: { path: 5 } } }],
  };
  expect(thrownBy(() => parseConfig(config)).problems).toEqual([
    `credentials.k.secret ${SECRET_REF}, got nothing`,
    'credentials.k.name must be a valid header name, got a string',
    'probes[0].expect.json.path must be a JSONPath (RFC 9535) such as "$.items[0].id"',
    'probes[0].expect.json must have exactly one of "equals", "exists" and "matches", got an object',
  ]);
});

test('all problems come at once, in the order of the configuration', () => {
  const config = {
    probes: [
      { name: 'a', url: 'http://10.0.0.1/', every: '1s' },
      { name: 'a', url: 'nowhere', credential: 'c', expect: { status: 'ok', json: { path: '$' } } },
    ],
    monitor: '',
    credentials: { b: { kind: 'bearer', secret: 'AKIAIOSFODNN7EXAMPLE', extra: true } },
  };
  const error = thrownBy(() => parseConfig(config));
  expect(error.problems).toEqual([
    'probes[0].every must be a duration from 1m to 24h in steps of 1m, such as "5m", got "1s"',
    `probes[0].url ${PRIVATE}, got "http://10.0.0.1/": ${ALLOW}`,
    'probes[1].url must be an http or https URL, got "nowhere"',
    `probes[1].expect.status ${STATUS}, got "ok"`,
    'probes[1].expect.json must have exactly one of "equals", "exists" and "matches", got an object',
    'probes[1].name must be unique, got "a": probes[0] has the same',
    'probes[1].credential must be the name of a configured credential: there is "b"',
    'monitor must be 1 to 31 characters of a-z, 0-9 and "-", a letter first, got "": it names the stack',
    `credentials.b.secret ${PASTED}`,
    'credentials.b["<hidden>"] is not a known key: there are "kind", "secret", "scheme", "provider", "scopes", "kmsKey", "every", "expiresAt", "apiUrl", "issuer", "introspection", "allowPrivateNetwork"',
  ]);
  expect(error.message).toBe(error.problems.join('\n'));
  expect(error).toMatchObject({ name: 'ConfigError', code: 'CONFIG_INVALID' });
});

test('of very many problems the first 50 are told, and how many more there are', () => {
  const names = Array.from({ length: 1_000 }, (_, index) => `a credential with a rather long name ${index}`);
  const config = {
    monitor: 'm',
    credentials: Object.fromEntries(names.map((name) => [name, { kind: 'bearer', secret: 's' }])),
    probes: Array.from({ length: 10_000 }, (_, index) => ({
      name: `p${index}`,
      url: URL,
      credential: `a credentiel with a rather long nam ${index}`,
    })),
  };
  const { problems } = thrownBy(() => parseConfig(config));
  expect(problems).toHaveLength(51);
  expect(problems[0]).toContain('got "a credentiel with a rather long nam 0": did you mean "a credential');
  expect(problems.at(-1)).toBe('and 9950 more problems');
});
