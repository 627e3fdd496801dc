import { describe, expect, test } from 'vitest';
import type { Expectation, JsonExpectation, Probe } from '../../lambda/config/types.ts';
import { checkExpectations } from '../../lambda/expectations/check-expectations.ts';
import type { Observation, ObservedResponse } from '../../lambda/request/observation.ts';

function probe(expectation: Partial<Expectation>): Probe {
  return {
    name: 'orders',
    url: 'https://api.example.com/orders',
    method: 'GET',
    headers: {},
    everyMs: 60_000,
    timeoutMs: 10_000,
    maxRedirects: 3,
    allowPrivateNetwork: false,
    expect: { status: ['2xx'], headers: {}, json: [], ...expectation },
  };
}

function observation(response: Partial<ObservedResponse>, totalMs = 100): Observation {
  return {
    request: { method: 'GET', url: 'https://api.example.com/orders', headers: {}, credentialSent: false },
    startedAt: 0,
    phases: { totalMs },
    redirects: [],
    response: { status: 200, headers: {}, body: '', truncated: false, ...response },
  };
}

const messages = (expectation: Partial<Expectation>, response: Partial<ObservedResponse>, totalMs?: number) =>
  checkExpectations(probe(expectation), observation(response, totalMs)).map(({ message }) => message);

describe('status', () => {
  test.each([
    [['2xx'], 204],
    [[200, 404], 404],
    [['2xx', 401], 401],
    [['4xx'], 499],
  ])('%j is met by %i', (status, actual) => {
    expect(messages({ status }, { status: actual })).toEqual([]);
  });

  test.each([
    [['2xx'], 502, 'status 502, expected 2xx'],
    [[200, 201], 204, 'status 204, expected 200 or 201'],
  ])('%j is missed by %i', (status, actual, message) => {
    expect(messages({ status }, { status: actual })).toEqual([message]);
  });

  test('that is missed leaves out what an error page lacks beside it', () => {
    const expectation = { body: 'ok', headers: { etag: '.' }, json: [{ path: '$.a', exists: true }] };
    expect(messages(expectation, { status: 502 })).toEqual(['status 502, expected 2xx']);
  });
});

test('no answer is the transport failure', () => {
  const { response: _, ...exchange } = observation({});
  const failure = { kind: 'dns', phase: 'dns', message: 'api.example.com has no address in DNS' } as const;
  expect(checkExpectations(probe({}), { ...exchange, failure })).toEqual([{ what: 'dns', message: failure.message }]);
});

test('a duration is met at its bound and missed above it', () => {
  expect(messages({ maxDurationMs: 2000 }, {}, 2000)).toEqual([]);
  expect(messages({ maxDurationMs: 2000 }, {}, 2000.1)).toEqual(['took 2001 ms, expected at most 2000 ms']);
});

test.each([
  [{ 'content-type': 'json' }, []],
  [{ 'content-type': '^text/' }, ['header content-type is "application/json", expected to match "^text/"']],
  [{ etag: '.' }, ['header etag is absent, expected to match "."']],
])('headers %j', (headers, expected) => {
  expect(messages({ headers }, { headers: { 'content-type': 'application/json' } })).toEqual(expected);
});

test.each([
  ['up$', 'all is up', []],
  ['^up', 'all\nis up', ['body begins with "all\\nis up", expected to match "^up"']],
  ['up', '', ['body is empty, expected to match "up"']],
])('body %j against %j', (body, actual, expected) => {
  expect(messages({ body }, { body: actual })).toEqual(expected);
});

describe('JSON', () => {
  const body = JSON.stringify({
    status: 'ok',
    count: 3,
    none: null,
    list: [{ id: 1 }, { id: 2 }],
    deep: { a: [1, { b: 2 }] },
  });
  test.each<[JsonExpectation, string | undefined]>([
    [{ path: '$.status', equals: 'ok' }, undefined],
    [{ path: '$.status', equals: 'up' }, 'json $.status is "ok", expected "up"'],
    [{ path: '$.count', equals: '3' }, 'json $.count is 3, expected "3"'],
    [{ path: '$.none', equals: null }, undefined],
    [{ path: '$.deep', equals: { a: [1, { b: 2 }] } }, undefined],
    [{ path: '$.missing', equals: 1 }, 'json $.missing selects nothing, expected 1'],
    [{ path: '$.list[*].id', equals: 1 }, 'json $.list[*].id is 2, expected 1'],
    [{ path: '$.list[1]', exists: true }, undefined],
    [{ path: '$.list[2]', exists: true }, 'json $.list[2] selects nothing, expected something'],
    [{ path: '$.errors', exists: false }, undefined],
    [{ path: '$.status', exists: false }, 'json $.status is "ok", expected nothing'],
    [{ path: '$.list[*].id', matches: '^\\d$' }, undefined],
    [{ path: '$.status', matches: '^up' }, 'json $.status is "ok", expected to match "^up"'],
    [{ path: '$.none', matches: 'null' }, 'json $.none is null, expected to match "null"'],
    [{ path: '$.list[?@.id > 1].id', equals: 2 }, undefined],
  ])('%j', (json, message) => {
    expect(messages({ json: [json] }, { body })).toEqual(message === undefined ? [] : [message]);
  });

  test.each([
    ['not JSON', '<html>', 'the body begins with "<html>", expected JSON'],
    ['empty', '', 'the body is empty, expected JSON'],
    [
      'too deep',
      `${'['.repeat(100)}${']'.repeat(100)}`,
      'the body has more than 100000 values or 64 levels, expected JSON',
    ],
    [
      'too many values',
      JSON.stringify(Array(100_001).fill(0)),
      'the body has more than 100000 values or 64 levels, expected JSON',
    ],
  ])('that is %s fails once', (_, text, message) => {
    const json = [
      { path: '$.a', exists: true },
      { path: '$.b', exists: true },
    ];
    expect(checkExpectations(probe({ json }), observation({ body: text }))).toEqual([{ what: 'json $.a', message }]);
  });

  test('that was cut off is not judged', () => {
    expect(messages({ json: [{ path: '$', exists: true }] }, { body: '1', truncated: true })).toEqual([
      'the body is larger than what is kept of it, or ended early, expected JSON',
    ]);
  });

  test('that is built to be slow to walk ends', () => {
    const nested = Array.from({ length: 60 }).reduce<unknown>((inner) => [inner, 1], []);
    const hostile = JSON.stringify(Array.from({ length: 800 }, () => nested));
    expect(messages({ json: [{ path: '$..*', equals: 'x' }] }, { body: hostile })).toHaveLength(1);
    expect(messages({ json: [{ path: '$..[?count(@.*) > 3]', equals: 'x' }] }, { body: hostile })).toHaveLength(1);
  });
});

test('a message is one line and quotes at most 120 characters of the answer', () => {
  const [message = ''] = messages({ body: 'needle' }, { body: 'line one\n'.repeat(100_000) });
  expect(message).not.toContain('\n');
  expect(message.length).toBeLessThan(180);
});

test.each([
  ['a control character of Latin-1', '\x9b31m', '"\\u009b31m"'],
  ['an escape', '\x1b[2J', '"\\u001b[2J"'],
  ['a turn of direction', '\u202eb', '"\\u202eb"'],
  ['a tag character', '\u{e0041}', '"\\udb40\\udc41"'],
  ['a line of its own', 'a\u2028b', '"a\\u2028b"'],
])('a message shows %s instead of obeying it', (_, value, shown) => {
  const expected = `header x-foo is ${shown}, expected to match "z"`;
  expect(messages({ headers: { 'x-foo': 'z' } }, { headers: { 'x-foo': value } })).toEqual([expected]);
});

test('a pattern is compiled once, however many values it is for', () => {
  const json = [{ path: '$[*]', matches: '^([a-z]{1,100}|[0-9]{1,200}|x{100})$' }];
  const start = performance.now();
  expect(messages({ json }, { body: JSON.stringify(Array(95_000).fill('abcdef')) })).toEqual([]);
  expect(performance.now() - start).toBeLessThan(5_000); // compiled for each, minutes
});

test('a pattern that would make a backtracking engine hang ends', () => {
  expect(messages({ body: '^(a+)+$' }, { body: `${'a'.repeat(1_000_000)}!` })).toHaveLength(1);
});
