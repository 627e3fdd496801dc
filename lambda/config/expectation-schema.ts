import * as z from 'zod';
import { MAX_HEADERS, MAX_JSON_EXPECTATIONS, MAX_STATUSES, MAX_TIMEOUT_MS } from './bounds.ts';
import { HEADER_NAME } from './header-rules.ts';
import { jsonPathProblem } from './json-path.ts';
import { isRecord } from './plain.ts';
import { boolean, checkedText, integer, list, object, pattern, record, text } from './rules.ts';

const STATUS_RULE = 'must be a status code from 100 to 599, a class such as "2xx", or a list of them';
const status = z.union(
  [z.int(STATUS_RULE).min(100, STATUS_RULE).max(599, STATUS_RULE), text(/^[1-5]xx$/, STATUS_RULE)],
  STATUS_RULE,
);

const path = checkedText('must be a JSONPath (RFC 9535) such as "$.items[0].id"', jsonPathProblem);

const ASSERTIONS = ['equals', 'exists', 'matches'];

const jsonExpectation = object({
  path,
  equals: z.unknown().exactOptional(),
  exists: boolean().exactOptional(),
  matches: pattern().exactOptional(),
}).refine((expectation) => ASSERTIONS.filter((name) => name in expectation).length === 1, {
  message: 'must have exactly one of "equals", "exists" and "matches"',
  when: ({ value }) => isRecord(value),
});

/** What a probe expects as a person writes it. */
export const expectationSchema = object({
  status: z.union([status, list(status, 1, MAX_STATUSES)], STATUS_RULE).exactOptional(),
  maxDurationMs: integer(1, MAX_TIMEOUT_MS).exactOptional(),
  headers: record(text(HEADER_NAME, 'must be a valid header name'), pattern(), MAX_HEADERS, 'headers').exactOptional(),
  json: z
    .union(
      [jsonExpectation, list(jsonExpectation, 1, MAX_JSON_EXPECTATIONS)],
      `must be an object with "path", or a list of 1 to ${MAX_JSON_EXPECTATIONS} of them`,
    )
    .exactOptional(),
  body: pattern().exactOptional(),
});
