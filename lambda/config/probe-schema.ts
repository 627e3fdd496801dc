import * as z from 'zod';
import {
  MAX_BODY_LENGTH,
  MAX_EVERY_MS,
  MAX_HEADER_LENGTH,
  MAX_HEADERS,
  MAX_NAME_LENGTH,
  MAX_QUERY_ENTRIES,
  MAX_REDIRECTS,
  MAX_TIMEOUT_MS,
  METHODS,
  MIN_TIMEOUT_MS,
} from './bounds.ts';
import { expectationSchema } from './expectation-schema.ts';
import { HEADER_NAME, HEADER_VALUE } from './header-rules.ts';
import { boolean, checkedText, choice, duration, integer, object, record, stepMsOf, text } from './rules.ts';
import { looksLikeSecret } from './secret-looking.ts';
import { urlProblem } from './url.ts';

/**
 * A probe's or a credential's name: it becomes a metric dimension and stands in mails, so it is plain ASCII, and in
 * commands, so it does not begin like an option.
 */
export const nameSchema = text(
  new RegExp(`^(?=[A-Za-z0-9])[\\w ./-]{1,${MAX_NAME_LENGTH}}(?<! )$`),
  `must be a name of 1 to ${MAX_NAME_LENGTH} letters, digits, spaces and "._-/", a letter or digit first, no space last`,
);

const url = checkedText('must be an http or https URL', urlProblem);

const PASTED_RULE = 'must not hold a credential: put it in a secret, and name it in "credentials"';

const headers = record(
  text(HEADER_NAME, 'must be a valid header name'),
  text(HEADER_VALUE, `must be text of at most ${MAX_HEADER_LENGTH} characters without control characters`).refine(
    (value) => !looksLikeSecret(value),
    PASTED_RULE,
  ),
  MAX_HEADERS,
  'headers',
);

const query = record(
  z.string(),
  z
    .union([z.string(), z.number(), z.boolean()], 'must be text, a number, or true or false')
    .refine((value) => !looksLikeSecret(String(value)), PASTED_RULE),
  MAX_QUERY_ENTRIES,
  'query parameters',
);

const BODY_RULE = `must be text of at most ${MAX_BODY_LENGTH} characters`;

/** One probe as a person writes it; what holds between its fields is in relations.ts. */
export function probeSchema(minimumEveryMs: number) {
  return object({
    name: nameSchema,
    url,
    query: query.exactOptional(),
    method: choice(METHODS).exactOptional(),
    headers: headers.exactOptional(),
    body: z.string(BODY_RULE).max(MAX_BODY_LENGTH, BODY_RULE).exactOptional(),
    json: z
      .unknown()
      .refine(
        (value) => value === undefined || JSON.stringify(value).length <= MAX_BODY_LENGTH,
        `must be JSON of at most ${MAX_BODY_LENGTH} characters`,
      )
      .exactOptional(),
    credential: z.string('must be the name of a configured credential').exactOptional(),
    every: duration(minimumEveryMs, MAX_EVERY_MS, stepMsOf(minimumEveryMs), '5m').exactOptional(),
    timeout: duration(MIN_TIMEOUT_MS, MAX_TIMEOUT_MS, 1, '10s').exactOptional(),
    maxRedirects: integer(0, MAX_REDIRECTS).exactOptional(),
    allowPrivateNetwork: boolean().exactOptional(),
    expect: expectationSchema.exactOptional(),
  });
}
