import { expect, test } from 'vitest';
import { ConfigError } from '../../lambda/config/config-error.ts';
import { parseConfig } from '../../lambda/config/schema.ts';
import { withProbe } from './build.ts';

const STATUS = 'must be a status code from 100 to 599, a class such as "2xx", or a list of them';

const ONE_LIST = 'must be a JSONPath with at most one list of selectors, such as [0, 1]';
const ONE_VALUE =
  'must be a JSONPath whose filters select one value at a time, such as @.a or @[0]: no *, slice, list, ".." or filter in them';
const NOT_ROOT = 'must be a JSONPath whose filters compare $ with @ or a literal only';

function paths(rule: string, path: string): [problem: string, config: unknown] {
  return [`probes[0].expect.json.path ${rule}`, withProbe({ expect: { json: { path, exists: true } } })];
}

/** The only problem of each. */
const rejected: readonly (readonly [problem: string, config: unknown])[] = [
  [`probes[0].expect.status ${STATUS}, got "ok"`, withProbe({ expect: { status: 'ok' } })],
  [`probes[0].expect.status ${STATUS}, got true`, withProbe({ expect: { status: true } })],
  [`probes[0].expect.status[1] ${STATUS}, got 600`, withProbe({ expect: { status: [200, 600] } })],
  ['probes[0].expect.status must be a list of 1 to 50, got an empty list', withProbe({ expect: { status: [] } })],
  [
    'probes[0].expect.maxDurationMs must not be longer than the timeout, 2000, got 2001',
    withProbe({ timeout: '2s', expect: { maxDurationMs: 2001 } }),
  ],
  [
    'probes[0].expect.maxDurationMs must be an integer from 1 to 25000, got "2s"',
    withProbe({ expect: { maxDurationMs: '2s' } }),
  ],
  [
    'probes[0].expect.body must be an RE2 pattern, without lookaround and backreferences: missing closing )',
    withProbe({ expect: { body: '(hunter2' } }),
  ],
  [
    'probes[0].expect.body must be an RE2 pattern of 1 to 1000 characters',
    withProbe({ expect: { body: 'a'.repeat(1001) } }),
  ],
  [
    'probes[0].expect.body must be a smaller RE2 pattern: repeat counts multiply its size',
    withProbe({ expect: { body: '((a?b?){30}){30}' } }),
  ],
  [
    'probes[0].expect.headers.etag must be an RE2 pattern, without lookaround and backreferences: invalid or unsupported Perl syntax',
    withProbe({ expect: { headers: { etag: '(?=W)' } } }),
  ],
  [
    'probes[0].expect.headers.ETag must not be set twice: upper and lower case are the same',
    withProbe({ expect: { headers: { etag: 'a', ETag: 'b' } } }),
  ],
  [
    'probes[0].expect.json.path must be a JSONPath (RFC 9535) such as "$.items[0].id"',
    withProbe({ expect: { json: { path: 'items', exists: true } } }),
  ],
  [
    'probes[0].expect.json[1].path must be a JSONPath without match() and search(): use "matches" beside it',
    withProbe({
      expect: {
        json: [
          { path: '$', exists: true },
          { path: '$[?search(@.a, "(a+)+")]', exists: true },
        ],
      },
    }),
  ],
  [
    'probes[0].expect.json.path must be a JSONPath with at most one ".."',
    withProbe({ expect: { json: { path: '$..a..b', exists: true } } }),
  ],
  ...['$[*,*][*,*]', '$[0,1].a["b","c"]'].map((path) => paths(ONE_LIST, path)),
  ...[
    '$[?count($[*])>5]',
    '$[?@.*]',
    '$[?@.a && !@[1:2]]',
    '$[?@["a","b"]]',
    '$[?@..a]',
    '$.a[?@[?@.b]]',
    '$[?value($..a) == 1]',
  ].map((path) => paths(ONE_VALUE, path)),
  ...['$[?$ == $]', '$[?$.a == $.b]', '$[?@.a && length($.a) > 5]', '$[?@.a == length($.b)]'].map((path) =>
    paths(NOT_ROOT, path),
  ),
  [
    'probes[0].expect.json must have exactly one of "equals", "exists" and "matches", got an object',
    withProbe({ expect: { json: { path: '$.a' } } }),
  ],
  [
    'probes[0].expect.json must have exactly one of "equals", "exists" and "matches", got an object',
    withProbe({ expect: { json: { path: '$.a', equals: null, exists: true } } }),
  ],
  [
    'probes[0].expect.json.mathces is not a known key: did you mean "matches"?',
    withProbe({ expect: { json: { path: '$.a', exists: true, mathces: 'a' } } }),
  ],
];

test.each(rejected)('%s', (problem, config) => {
  expect(() => parseConfig(config)).toThrow(new ConfigError([problem]));
});

test.each([
  '$.items[?@.id == "a"].price',
  '$[?@.id == $.current && @["a"][0] > 1]',
  '$.a[?length(@.name) > 3 || $.strict]',
  '$..[0, 1]',
])('%s is a good path', (path) => {
  expect(() => parseConfig(withProbe({ expect: { json: { path, exists: true } } }))).not.toThrow();
});
