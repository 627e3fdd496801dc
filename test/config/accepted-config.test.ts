import { describe, expect, expectTypeOf, test } from 'vitest';
import type { ValidConfig } from '../../lambda/config/config-schema.ts';
import { type ConfigInput, defineConfig } from '../../lambda/config/input.ts';
import { parseConfig } from '../../lambda/config/schema.ts';
import type { Probe } from '../../lambda/config/types.ts';
import { COMMON } from '../support/common-credential.ts';

const smallest: ConfigInput = { monitor: 'm', probes: [{ name: 'a', url: 'https://api.example.com' }] };

function parseProbe(fields: object): Probe | undefined {
  return parseConfig({ ...smallest, probes: [{ name: 'a', url: 'https://api.example.com', ...fields }] }).probes[0];
}

test('what an editor accepts, the schema accepts', () => {
  expectTypeOf<ConfigInput>().toExtend<ValidConfig>();
});

test('what an editor offers is what the schema knows', () => {
  type Probes<Config extends { probes: readonly unknown[] }> = Config['probes'][number];
  expectTypeOf<keyof ConfigInput>().toEqualTypeOf<keyof ValidConfig>();
  expectTypeOf<keyof Probes<ConfigInput>>().toEqualTypeOf<keyof Probes<ValidConfig>>();
  expectTypeOf<keyof NonNullable<ConfigInput['alerts']>>().toEqualTypeOf<keyof NonNullable<ValidConfig['alerts']>>();
  expectTypeOf<keyof NonNullable<Probes<ConfigInput>['expect']>>().toEqualTypeOf<
    keyof NonNullable<Probes<ValidConfig>['expect']>
  >();
});

test('defineConfig returns what it was given', () => {
  expect(defineConfig(smallest)).toBe(smallest);
});

test('every default is filled in', () => {
  expect(parseConfig(smallest)).toStrictEqual({
    monitor: 'm',
    alerts: {
      email: [],
      operationsEmail: [],
      expiryWarningDays: [30, 14, 7, 1],
      failureThreshold: 2,
      remindEveryMs: 86_400_000,
    },
    credentials: {},
    probes: [
      {
        name: 'a',
        url: 'https://api.example.com/',
        method: 'GET',
        headers: {},
        everyMs: 300_000,
        timeoutMs: 10_000,
        maxRedirects: 5,
        allowPrivateNetwork: false,
        expect: { status: ['2xx'], headers: {}, json: [] },
      },
    ],
    watchSecretsEveryMs: 60_000,
  });
});

test('everything that can be set is kept', () => {
  const config = defineConfig({
    monitor: 'payments',
    alerts: {
      email: ['oncall@example.com'],
      operationsEmail: ['ops@example.com'],
      expiryWarningDays: [1, 30, 7],
      failureThreshold: 3,
      remindEvery: '2d',
    },
    watchSecretsEvery: '5m',
    credentials: {
      'github-ci': { kind: 'bearer', provider: 'github', secret: 'prod/github-ci', scopes: ['repo'], scheme: 'token' },
      jira: { kind: 'basic', secret: 'prod/jira#token', username: 'bot@example.com' },
      maps: {
        kind: 'api-key',
        in: 'query',
        name: 'key',
        secret: 'ssm:/prod/maps',
        kmsKey: 'arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      },
    },
    probes: [
      {
        name: 'create order',
        url: 'https://api.example.com/orders?dry=1',
        query: { region: 'eu west', page: 2, all: true },
        method: 'POST',
        headers: { 'X-Trace': 'on' },
        json: { items: [1, null] },
        credential: 'github-ci',
        every: '1h',
        timeout: '500ms',
        maxRedirects: 0,
        expect: {
          status: [201, '3xx'],
          maxDurationMs: 400,
          headers: { ETag: '^W/' },
          json: { path: '$.id', matches: '^[0-9]+$' },
          body: 'id',
        },
      },
    ],
  });
  expect(parseConfig(config)).toStrictEqual({
    monitor: 'payments',
    alerts: {
      email: ['oncall@example.com'],
      operationsEmail: ['ops@example.com'],
      expiryWarningDays: [30, 7, 1],
      failureThreshold: 3,
      remindEveryMs: 172_800_000,
    },
    credentials: {
      'github-ci': { ...config.credentials?.['github-ci'], ...COMMON },
      jira: { ...config.credentials?.jira, ...COMMON },
      maps: { ...config.credentials?.maps, ...COMMON },
    },
    watchSecretsEveryMs: 300_000,
    probes: [
      {
        name: 'create order',
        url: 'https://api.example.com/orders?dry=1&region=eu+west&page=2&all=true',
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-trace': 'on' },
        body: '{"items":[1,null]}',
        credential: 'github-ci',
        everyMs: 3_600_000,
        timeoutMs: 500,
        maxRedirects: 0,
        allowPrivateNetwork: false,
        expect: {
          status: [201, '3xx'],
          maxDurationMs: 400,
          headers: { etag: '^W/' },
          json: [{ path: '$.id', matches: '^[0-9]+$' }],
          body: 'id',
        },
      },
    ],
  });
});

describe('a probe', () => {
  test.each([
    ['1m', 60_000],
    ['90m', 5_400_000],
    ['120s', 120_000],
    ['24h', 86_400_000],
    ['1d', 86_400_000],
  ])('runs every %s', (every, everyMs) => {
    expect(parseProbe({ every })).toMatchObject({ everyMs });
  });

  test('sends its own content type with a JSON body', () => {
    const probe = parseProbe({ method: 'PUT', json: null, headers: { 'Content-Type': 'application/vnd.api+json' } });
    expect(probe).toMatchObject({ body: 'null', headers: { 'content-type': 'application/vnd.api+json' } });
  });

  test('keeps the query of its URL as it is written', () => {
    expect(parseProbe({ url: 'https://a.example/?q=a%20b&', query: {} })?.url).toBe('https://a.example/?q=a%20b&');
  });

  test('expects null where it says so', () => {
    const probe = parseProbe({ expect: { json: { path: '$.error', equals: null } } });
    expect(probe?.expect.json).toStrictEqual([{ path: '$.error', equals: null }]);
  });

  test('sends a credential in clear text to this machine where that is allowed', () => {
    const config = {
      monitor: 'm',
      allowPrivateNetwork: true,
      credentials: { key: { kind: 'bearer', secret: 'k' } },
      probes: [{ name: 'a', url: 'http://127.0.0.1:8080/', credential: 'key' }],
    };
    expect(parseConfig(config).probes[0]).toMatchObject({ allowPrivateNetwork: true, credential: 'key' });
  });

  test('may call this machine where it alone allows it', () => {
    const fields = { url: 'http://localhost:8080/', allowPrivateNetwork: true };
    expect(parseProbe(fields)).toMatchObject(fields);
  });

  test('decides about private networks before the whole configuration does', () => {
    const probes = [{ name: 'a', url: 'http://localhost/', allowPrivateNetwork: false }];
    expect(() => parseConfig({ monitor: 'm', allowPrivateNetwork: true, probes })).toThrow(/allowPrivateNetwork/);
  });
});

test.each([
  [false, undefined],
  ['2m', 120_000],
  ['24h', 86_400_000],
])('secrets are looked at every %s', (watchSecretsEvery, watchSecretsEveryMs) => {
  expect(parseConfig({ ...smallest, watchSecretsEvery }).watchSecretsEveryMs).toBe(watchSecretsEveryMs);
});

test('a key that is undefined counts as absent', () => {
  expect(parseConfig({ ...smallest, alerts: undefined })).toEqual(parseConfig(smallest));
});

test('values that are shared, as by aliases of YAML, are no cycle', () => {
  const expectation = { status: 200 };
  const probes = [1, 2].map((n) => ({ name: `p${n}`, url: 'https://a.example', expect: expectation }));
  expect(parseConfig({ monitor: 'm', probes }).probes).toHaveLength(2);
});

test('a credential may be named like a property that every object has', () => {
  const config = { ...smallest, credentials: { constructor: { kind: 'bearer', secret: 's' } } };
  expect(Object.keys(parseConfig(config).credentials)).toEqual(['constructor']);
});

test('10,000 probes are accepted', () => {
  const probes = Array.from({ length: 10_000 }, (_, n) => ({ name: `probe ${n}`, url: `https://a.example/${n}` }));
  expect(parseConfig({ monitor: 'm', probes }).probes).toHaveLength(10_000);
});

test('a name that every object has is one like any other', () => {
  const config = parseConfig({
    monitor: 'm',
    credentials: { constructor: { kind: 'bearer', secret: 's' } },
    probes: [{ name: 'constructor', url: 'https://a.example', credential: 'constructor' }],
  });
  expect(Object.hasOwn(config.credentials, 'constructor')).toBe(true);
  expect(config.credentials.constructor).toEqual({ kind: 'bearer', secret: 's', scheme: 'Bearer', ...COMMON });
});

test('a query key is not in the way of other parameters', () => {
  const config = parseConfig({
    monitor: 'm',
    credentials: { k: { kind: 'api-key', in: 'query', name: 'key', secret: 's' } },
    probes: [{ name: 'a', url: 'https://a.example/?Key=1', query: { keys: 2 }, credential: 'k' }],
  });
  expect(config.probes[0]?.url).toBe('https://a.example/?Key=1&keys=2');
});
