import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../lambda/config/config-error.ts';
import { parseConfig } from '../../lambda/config/schema.ts';
import { URL, withProbe } from './build.ts';

const METHODS = '"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"';
const CREDENTIAL_HEADER =
  'must not be set here: put its value in a secret, and name it in credentials and in the probe\'s "credential"';

/** A probe whose credential travels in the query as `api_key`. */
function withQueryKey(fields: object): object {
  return {
    monitor: 'm',
    credentials: { k: { kind: 'api-key', in: 'query', name: 'api_key', secret: 's' } },
    probes: [{ name: 'a', url: URL, credential: 'k', ...fields }],
  };
}

/** The only problem of each. */
const rejected: readonly (readonly [problem: string, config: unknown])[] = [
  [
    'probes[0].name must be a name of 1 to 64 letters, digits, spaces and "._-/", a letter or digit first, no space last, got "a\\nb"',
    withProbe({ name: 'a\nb' }),
  ],
  [
    'probes[1].name must be unique, got "a": probes[0] has the same',
    {
      monitor: 'm',
      probes: [
        { name: 'a', url: URL },
        { name: 'a', url: URL },
      ],
    },
  ],
  ...['__proto__', '--json', '.', '-x y', ' a', 'a '].map((name): [string, unknown] => [
    `probes[0].name must be a name of 1 to 64 letters, digits, spaces and "._-/", a letter or digit first, no space last, got "${name}"`,
    withProbe({ name }),
  ]),
  ['probes[0].expct is not a known key: did you mean "expect"?', withProbe({ expct: {} })],
  ['probes[0].timeoutMs is not a known key: did you mean "timeout"?', withProbe({ timeoutMs: 5000 })],
  [`probes[0].method must be one of ${METHODS}, got "get"`, withProbe({ method: 'get' })],
  [
    'probes[0].every must be a duration from 1m to 24h in steps of 1m, such as "5m", got "90s"',
    withProbe({ every: '90s' }),
  ],
  ['probes[0].every must be a duration from 1m to 24h in steps of 1m, such as "5m", got 5', withProbe({ every: 5 })],
  [
    'probes[0].every must be a duration from 1m to 24h in steps of 1m, such as "5m", got "2d"',
    withProbe({ every: '2d' }),
  ],
  ['probes[0].timeout must be a duration from 100ms to 25s, such as "10s", got "99ms"', withProbe({ timeout: '99ms' })],
  ['probes[0].timeout must be a duration from 100ms to 25s, such as "10s", got "26s"', withProbe({ timeout: '26s' })],
  ['probes[0].maxRedirects must be an integer from 0 to 10, got 11', withProbe({ maxRedirects: 11 })],
  ['probes[0].allowPrivateNetwork must be true or false, got "yes"', withProbe({ allowPrivateNetwork: 'yes' })],
  [
    'probes[0].credential must be the name of a configured credential, got "kye": did you mean "key"?',
    withProbe({ credential: 'kye' }),
  ],
  [
    'probes[0].credential must be the name of a configured credential: there is "key"',
    withProbe({ credential: 'toString' }),
  ],
  [
    'probes[0].credential must be the name of a configured credential: there are none',
    { monitor: 'm', probes: [{ name: 'a', url: URL, credential: 'x' }] },
  ],
  [
    'probes[0].credential must be the name of a configured credential, not a secret itself',
    withProbe({ credential: 'xoxb-123' }),
  ],

  [`probes[0].headers.Authorization ${CREDENTIAL_HEADER}`, withProbe({ headers: { Authorization: 'hunter2' } })],
  [`probes[0].headers.cookie ${CREDENTIAL_HEADER}`, withProbe({ headers: { cookie: 'sid=1' } })],
  [
    'probes[0].headers.x-custom must not hold a credential: put it in a secret, and name it in "credentials"',
    withProbe({ headers: { 'x-custom': 'Bearer hunter2' } }),
  ],
  ['probes[0].headers.Host must not be set: the request sets it itself', withProbe({ headers: { Host: 'a' } })],
  ['probes[0].headers["x y"] must be a valid header name', withProbe({ headers: { 'x y': 'a' } })],
  [
    'probes[0].headers.x must be text of at most 4096 characters without control characters',
    withProbe({ headers: { x: 'a\r\nb: c' } }),
  ],
  [
    'probes[0].headers.X-A must not be set twice: upper and lower case are the same',
    withProbe({ headers: { 'x-a': '1', 'X-A': '2' } }),
  ],
  [
    'probes[0].headers.X-Key must not be set: the credential sets it',
    {
      monitor: 'm',
      credentials: { k: { kind: 'api-key', in: 'header', name: 'x-key', secret: 's' } },
      probes: [{ name: 'a', url: URL, credential: 'k', headers: { 'X-Key': '1' } }],
    },
  ],
  [
    'probes[0].url must not have the query parameter that the credential sets: remove it',
    withQueryKey({ url: `${URL}?a=1&api%5Fkey=` }),
  ],
  ['probes[0].query.api_key must not be set: the credential sets it', withQueryKey({ query: { api_key: 'zz' } })],
  ['probes[0].query.q must be text, a number, or true or false, got an empty list', withProbe({ query: { q: [] } })],
  ['probes[0].body must not be set with method GET: set another "method"', withProbe({ body: 'a' })],
  ['probes[0].json must not be set with method HEAD: set another "method"', withProbe({ method: 'HEAD', json: {} })],
  [
    'probes[0].body must not be set together with "json": a request has one body',
    withProbe({ method: 'POST', body: 'a', json: {} }),
  ],
  ['probes[0].body must be text of at most 65536 characters, got an object', withProbe({ method: 'POST', body: {} })],
  ['probes[0].json must be JSON of at most 65536 characters', withProbe({ method: 'POST', json: 'a'.repeat(65_535) })],
  [
    'probes[0].json.at must be plain data, got an instance of a class',
    withProbe({ method: 'PUT', json: { at: new Date() } }),
  ],
  ['probes[0].json.n must be a finite number, got NaN', withProbe({ method: 'PUT', json: { n: Number.NaN } })],
];

test.each(rejected)('%s', (problem, config) => {
  expect(() => parseConfig(config)).toThrow(new ConfigError([problem]));
});

describe('a timeout longer than the interval', () => {
  test('is refused where it was set', () => {
    const config = withProbe({ every: '5s', timeout: '6s' });
    expect(() => parseConfig(config, { minimumEveryMs: 1_000 })).toThrow(
      new ConfigError(['probes[0].timeout must not be longer than "every", 5s, got "6s"']),
    );
  });

  test('is shortened where it is the default', () => {
    const config = parseConfig(withProbe({ every: '5s' }), { minimumEveryMs: 1_000 });
    expect(config.probes[0]).toMatchObject({ everyMs: 5_000, timeoutMs: 5_000 });
  });
});
