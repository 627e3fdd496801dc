import type { Random } from './random.ts';

/** Headers of any shape: callers without types pass what they parsed. */
export type AnyHeaders = Record<string, unknown>;

const NAMES = [
  'www-authenticate', 'retry-after', 'x-ratelimit-reset', 'x-ratelimit-remaining', 'content-type', 'date', 'server',
  'location', 'x-request-id', 'x-oauth-scopes', 'x-accepted-oauth-scopes', 'x-error-code', 'x-error-message', '__proto__',
  'grpc-message', 'ratelimit', 'cf-mitigated', 'x-amzn-errortype', 'constructor', '', ' ', 'proxy-authenticate', 'İ',
] as const; // biome-ignore format: a list reads best in few lines

const VALUES: readonly unknown[] = [
  '', ' ', '0', '-1', '1e400', 'NaN', '99999999999999999999', '1700000000', 'Wed, 21 Oct 2015 07:28:00 GMT', 'Thu, 99 Foo',
  'Bearer error="insufficient_scope", scope="a:b c:d"', 'Bearer error="invalid_token", error_description="expired',
  'Basic realm="x", , ,=,="', 'Negotiate AAAA==, Bearer', 'a="b="c=\'', '\u0000\u202e\n', '\ud800', 'application/json',
  'text/html; charset=utf-16', 'application/xml', 'https://login.example.com/oauth2/authorize?client_id=x', null, undefined,
  0, -1, Number.NaN, Number.POSITIVE_INFINITY, true, [], ['a', 'b'], [null, 1, ['x']], {}, { toString: 1, valueOf: 1 },
  Object.create(null),   '%',
]; // biome-ignore format: as above

/** Longer than any server sends; seldom, for they take long to make. */
const HUGE = ['a', 'Bearer ', ',', 'a="', 'https://', ' ', '"\\'] as const;

function anyValue(random: Random): unknown {
  return random.chance(0.01) ? random.pick(HUGE).repeat(20_000) : random.pick(VALUES);
}

/** Headers with one to three changes; a prototype's name is set as an own name, as a parser would. */
export function mutateHeaders(headers: AnyHeaders, random: Random, other: AnyHeaders): AnyHeaders {
  let entries = Object.entries(headers);
  for (let left = random.below(4); left > 0; left--) entries = random.pick(MUTATIONS)(entries, random, other);
  const mutated: AnyHeaders = {};
  for (const [name, value] of entries) {
    Object.defineProperty(mutated, name, { value, enumerable: true, configurable: true, writable: true });
  }
  return mutated;
}

type Entries = [string, unknown][];

const MUTATIONS: readonly ((entries: Entries, random: Random, other: AnyHeaders) => Entries)[] = [
  (entries) => entries.map(([name, value]) => [name.toUpperCase(), value]),
  (entries) => [...entries, ...entries.map(([name, value]): [string, unknown] => [name.toUpperCase(), value])],
  (entries) => entries.map(([name, value]) => [name, [value, value]]),
  (entries, random) => [...entries, [random.pick(NAMES), anyValue(random)]],
  (entries, random) => [...entries, [random.pick(NAMES), anyValue(random)]],
  (entries, random) => entries.map(([name, value]) => [name, random.chance(0.3) ? anyValue(random) : value]),
  (_, __, other) => Object.entries(other),
  () => [],
  (entries, random) =>
    random.chance(0.01)
      ? [
          ...Array.from({ length: 10_000 }, (_, at): [string, unknown] => [
            `${at % 99 === 0 ? 'x-key' : 'x-flood'}-${at}`,
            'v',
          ]),
          ...entries,
        ]
      : entries,
];
