import { isDeepStrictEqual } from 'node:util';
import { type JsonValue, query } from 'jsonpath-rfc9535';
import type { JsonExpectation } from '../config/types.ts';
import type { ObservedResponse } from '../request/observation.ts';
import type { Failure } from '../run-result.ts';
import { type Matcher, matcher } from './pattern.ts';
import { quoted } from './quoted.ts';

/**
 * Bounds of JSON that a path is evaluated on. A path visits a value once for each way that leads to it, at most its
 * depth times for a `..`: together they keep a hostile body from taking more than a moment.
 */
export const MAX_JSON_VALUES = 100_000;
export const MAX_JSON_DEPTH = 64;

/** Checks the assertions on a JSON body. A body that is not JSON, or beyond the bounds, fails the first of them. */
export function checkJson(expected: readonly JsonExpectation[], response: ObservedResponse): Failure[] {
  const [first] = expected;
  if (first === undefined) return [];
  const parsed = parseBounded(response);
  if ('problem' in parsed) return [{ what: `json ${first.path}`, message: `${parsed.problem}, expected JSON` }];
  return expected.flatMap((expectation) => {
    const message = missed(expectation, query(parsed.value, expectation.path));
    return message === undefined
      ? []
      : [{ what: `json ${expectation.path}`, message: `json ${quoted(expectation.path).slice(1, -1)} ${message}` }];
  });
}

/** What the selected values miss, if anything. */
function missed(
  { equals, exists, matches: pattern }: JsonExpectation,
  selected: readonly JsonValue[],
): string | undefined {
  if (exists !== undefined) {
    if (exists === selected.length > 0) return undefined;
    return exists ? 'selects nothing, expected something' : `is ${quoted(selected[0])}, expected nothing`;
  }
  const [rule, wanted] = pattern === undefined ? ['', equals] : ['to match ', pattern];
  const matches = pattern === undefined ? undefined : matcher(pattern);
  const fits = (value: JsonValue) =>
    matches === undefined ? isDeepStrictEqual(value, equals) : matchesScalar(matches, value);
  if (selected.length === 0) return `selects nothing, expected ${rule}${quoted(wanted)}`;
  const odd = selected.find((value) => !fits(value));
  return odd === undefined ? undefined : `is ${quoted(odd)}, expected ${rule}${quoted(wanted)}`;
}

function matchesScalar(matches: Matcher, value: JsonValue): boolean {
  return value !== null && typeof value !== 'object' && matches(String(value));
}

function parseBounded({
  body,
  truncated,
}: ObservedResponse): { readonly value: JsonValue } | { readonly problem: string } {
  if (truncated) return { problem: 'the body is larger than what is kept of it, or ended early' };
  let value: JsonValue;
  try {
    value = JSON.parse(body);
  } catch {
    return { problem: body === '' ? 'the body is empty' : `the body begins with ${quoted(body)}` };
  }
  return withinBounds(value)
    ? { value }
    : { problem: `the body has more than ${MAX_JSON_VALUES} values or ${MAX_JSON_DEPTH} levels` };
}

function withinBounds(root: JsonValue): boolean {
  let level: JsonValue[] = [root];
  let values = 0;
  for (let depth = 0; level.length > 0; depth++) {
    values += level.length;
    if (values > MAX_JSON_VALUES || depth > MAX_JSON_DEPTH) return false;
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return true;
}
