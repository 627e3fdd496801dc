import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ConfigError } from '../../lambda/config/config-error.ts';
import { parseConfig } from '../../lambda/config/schema.ts';

const good = {
  monitor: 'm',
  alerts: { email: ['a@example.com'], expiryWarningDays: [7], failureThreshold: 2, remindEvery: '24h' },
  credentials: {
    a: { kind: 'bearer', provider: 'github', secret: 's', scopes: ['repo'], scheme: 'token' },
    b: { kind: 'basic', secret: 's#f', username: 'u' },
    c: { kind: 'api-key', secret: 'ssm:/s', in: 'header', name: 'x-k' },
    d: {
      kind: 'oauth2-client-credentials',
      secret: 's',
      tokenUrl: 'https://login.example.com/token',
      clientId: 'c',
      clientAuth: 'client_secret_post',
      parameters: { organization: 'o' },
      audience: 'a',
      resource: ['urn:a:b'],
      every: '1h',
      expiresAt: '2027-01-31',
      apiUrl: 'http://127.0.0.1/api/',
      introspection: { url: 'https://login.example.com/introspect', credential: 'a' },
      allowPrivateNetwork: true,
    },
    e: { kind: 'oauth2-refresh-token', secret: 'e', issuer: 'https://login.example.com', rotates: true },
    f: { kind: 'jwt-bearer', secret: 's', provider: 'google', subject: 'u', claims: { c: 'd' } },
    g: { kind: 'github-app', secret: 's', appId: 1, installationId: '2' },
    h: {
      kind: 'aws-sigv4',
      region: 'eu-central-1',
      service: 's3',
      roleArn: 'arn:aws:iam::123456789012:role/r',
      externalId: 'id',
    },
    i: { kind: 'mtls', secret: 's' },
  },
  watchSecretsEvery: '1m',
  allowPrivateNetwork: true,
  probes: [
    {
      name: 'p',
      url: 'https://api.example.com/',
      query: { q: 1 },
      method: 'POST',
      headers: { accept: '*/*' },
      json: { a: [1] },
      credential: 'a',
      every: '5m',
      timeout: '10s',
      maxRedirects: 1,
      allowPrivateNetwork: true,
      expect: {
        status: [200],
        maxDurationMs: 1,
        headers: { a: 'b' },
        json: [{ path: '$.a', exists: true }],
        body: 'c',
      },
    },
  ],
};

type Step = string | number;

/** The paths of all values of a tree, the tree itself included. */
function pathsOf(value: unknown, path: readonly Step[] = []): readonly (readonly Step[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const steps: readonly Step[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [path, ...steps.flatMap((step) => pathsOf(Reflect.get(value, step), [...path, step]))];
}

function replace(value: unknown, [step, ...rest]: readonly Step[], replacement: unknown): unknown {
  if (step === undefined || typeof value !== 'object' || value === null) return replacement;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  Reflect.set(copy, step, replace(Reflect.get(copy, step), rest, replacement));
  return copy;
}

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
  withUnicodeString: true,
});

const nearlyGood = fc
  .tuple(fc.constantFrom(...pathsOf(good)), fc.oneof(anything, fc.string(), fc.webUrl(), fc.integer()))
  .map(([path, replacement]) => replace(good, path, replacement));

test('the configuration that the properties change is good', () => {
  expect(() => parseConfig(good)).not.toThrow();
});

test('any input is accepted or is a ConfigError', () => {
  fc.assert(
    fc.property(fc.oneof(anything, nearlyGood), (input) => {
      try {
        parseConfig(input);
      } catch (error) {
        expect(error).toBeInstanceOf(ConfigError);
      }
    }),
    { numRuns: 500 },
  );
});

test('every problem is one line that begins with its path', () => {
  fc.assert(
    fc.property(nearlyGood, (input) => {
      try {
        parseConfig(input);
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
        expect(error.problems.length).toBeGreaterThan(0);
        for (const problem of error.problems) {
          expect(problem).toMatch(/^(config|[A-Za-z_[][^\n\r]*?) (must|is|can)[^\n\r]*$/);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('what is accepted is plain data that survives the way to a Lambda', () => {
  fc.assert(
    fc.property(nearlyGood, (input) => {
      const config = parsed(input);
      fc.pre(config !== undefined);
      expect(JSON.parse(JSON.stringify(config))).toEqual(config);
    }),
    { numRuns: 100 },
  );
});

test('a value that contains itself is a problem at its place', () => {
  const json: Record<string, unknown> = {};
  json.self = [json];
  const probes = [{ name: 'a', url: 'https://a.example', method: 'POST', json }];
  expect(() => parseConfig({ monitor: 'm', probes })).toThrow(
    new ConfigError(['probes[0].json.self[0] must not contain itself']),
  );
});

test('a value that is nested too deep is a problem at its place', () => {
  const json: unknown = JSON.parse(`${'['.repeat(30)}${']'.repeat(30)}`);
  const probes = [{ name: 'a', url: 'https://a.example', method: 'POST', json }];
  const place = `probes[0].json${'[0]'.repeat(29)}`;
  expect(() => parseConfig({ monitor: 'm', probes })).toThrow(
    new ConfigError([`${place} must not be nested more than 32 levels deep`]),
  );
});

test('values that repeat one another millions of times are refused', () => {
  let bomb: unknown = 'boom';
  for (let level = 0; level < 12; level += 1) bomb = Array.from({ length: 10 }, () => bomb);
  const probes = [{ name: 'a', url: 'https://a.example', method: 'POST', json: bomb }];
  expect(() => parseConfig({ monitor: 'm', probes })).toThrow(
    new ConfigError(['config must hold at most 2000000 values']),
  );
});

test('keys that would reach a prototype are refused', () => {
  const text =
    '{"monitor":"m","__proto__":{"probes":[]},"credentials":{"__proto__":{"kind":"bearer","secret":"s"}},"probes":[{"name":"a","url":"https://a.example"}]}';
  expect(() => parseConfig(JSON.parse(text))).toThrow(
    new ConfigError(['__proto__ is not a key that can be used', 'credentials.__proto__ is not a key that can be used']),
  );
});

test('a getter that throws is a ConfigError with its cause', () => {
  const input = {
    get monitor(): never {
      throw new Error('no such variable');
    },
  };
  expect(() => parseConfig(input)).toThrow(
    new ConfigError(['config cannot be read: a getter or a proxy in it throws'], {
      cause: new Error('no such variable'),
    }),
  );
});

function parsed(input: unknown): unknown {
  try {
    return parseConfig(input);
  } catch (error) {
    if (error instanceof ConfigError) return undefined;
    throw error;
  }
}
