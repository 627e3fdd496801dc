import type { Refusal } from '../../lambda/diagnosis/diagnosis.ts';
import { refusalOf } from '../../lambda/diagnosis/is-refusal.ts';
import { parseCurlCommand } from './curl-command.ts';
import { collectHeaders, type Headers } from './headers.ts';
import { parseMessages } from './http-message.ts';

/** The input is no exchange; the message is for people and quotes nothing of the input. */
export class ExplainInputError extends Error {
  override readonly name = 'ExplainInputError' as const;
}

const FORMS = 'the output of curl -i, curl -v or httpie, a raw HTTP response, a HAR, or JSON with "response"';
const UNKNOWN_REQUEST: Refusal['request'] = { method: 'GET', url: '', headers: {} };

/**
 * The exchanges in a pasted text: of a HAR all that are refusals, else the one at the end of its redirects.
 *
 * Throws `ExplainInputError` when nothing in the text looks like a response.
 */
export function parseExchange(text: string): readonly Refusal[] {
  const input = text.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n');
  if (input.trim() === '') throw new ExplainInputError(`the input is empty: expected ${FORMS}`);
  const json = parseWholeOrLines(input);
  if (json !== undefined) return fromJson(json);
  const { requests, response } = parseMessages(input);
  if (response === undefined) {
    const lines = input.trim().split('\n').length;
    throw new ExplainInputError(
      `nothing in ${lines === 1 ? 'the line' : `${lines} lines`} looks like an HTTP response: expected ${FORMS}`,
    );
  }
  return [{ request: requests.at(-1) ?? parseCurlCommand(input) ?? UNKNOWN_REQUEST, response }];
}

/** One JSON value, or one a line. */
function parseWholeOrLines(input: string): readonly unknown[] | undefined {
  if (!/^\s*[[{]/.test(input)) return undefined;
  try {
    const value: unknown = JSON.parse(input);
    return Array.isArray(value) ? value : [value];
  } catch {
    return parseLines(input);
  }
}

function parseLines(input: string): readonly unknown[] | undefined {
  const lines = input.split('\n').filter((line) => line.trim() !== '');
  try {
    return lines.map((line): unknown => JSON.parse(line));
  } catch (error) {
    if (/^\s*\{\s*"(?:log|request|response|id|status)"/.test(input)) {
      throw new ExplainInputError(
        `the input starts like JSON but is not: ${error instanceof Error ? withoutInput(error.message) : 'unreadable'}`,
      );
    }
    return undefined;
  }
}

/** V8 quotes the text around the place; it may hold a credential. */
function withoutInput(message: string): string {
  return message
    .replace(/,? ?"[\s\S]*"?\.{0,3} is not valid JSON|Unexpected token .*? in JSON/, 'a syntax error')
    .slice(0, 120);
}

function fromJson(values: readonly unknown[]): readonly Refusal[] {
  const [first] = values;
  const log = property(first, 'log');
  const entries = property(log, 'entries');
  if (Array.isArray(entries)) return fromHar(entries);
  return values.map((value, index) => {
    const refusal = bodyAlone(value) ?? toRefusal(value);
    if (refusal !== undefined) return refusal;
    const place = values.length === 1 ? 'the JSON' : `item ${index + 1} of the JSON`;
    throw new ExplainInputError(
      `${place} has no response: expected {"response":{"status","headers","body"}}, with "request" if it is known; ` +
        'if it is a body, paste it with its status and headers, as curl -i prints them',
    );
  });
}

const KEYS_OF_AN_EXCHANGE = ['request', 'response', 'headers', 'body', 'data'];

/** An error document that was pasted without its head and tells the status itself, as RFC 9457 has it. */
function bodyAlone(value: unknown): Refusal | undefined {
  if (KEYS_OF_AN_EXCHANGE.some((key) => property(value, key) !== undefined)) return undefined;
  if (typeof value !== 'object' || value === null || Object.keys(value).length < 2) return undefined;
  const headers = { 'content-type': 'application/json' };
  return toRefusal({ response: { status: property(value, 'status'), headers, body: JSON.stringify(value) } });
}

/**
 * A refusal of the JSON that `explain --ndjson` takes: `{request?, response}`, or the response alone.
 * `undefined` when there is no status in it.
 */
export function toRefusal(value: unknown): Refusal | undefined {
  const response = property(value, 'response') ?? value;
  const status = Number(property(response, 'status') ?? property(response, 'statusCode') ?? Number.NaN);
  if (!Number.isInteger(status) || status < 100 || status > 599) return undefined;
  const body = property(response, 'body') ?? property(response, 'data') ?? '';
  return {
    request: toRequest(value),
    response: {
      status,
      headers: headersOf(property(response, 'headers')),
      body: typeof body === 'string' ? body : JSON.stringify(body),
    },
  };
}

/** The request of the same JSON; without one, a GET of nobody knows what. */
export function toRequest(value: unknown): Refusal['request'] {
  const request = property(value, 'request');
  if (request === undefined) return UNKNOWN_REQUEST;
  return {
    method: String(property(request, 'method') ?? 'GET'),
    url: String(property(request, 'url') ?? ''),
    headers: headersOf(property(request, 'headers')),
  };
}

function fromHar(entries: readonly unknown[]): readonly Refusal[] {
  const exchanges = entries.map(harEntry).filter((refusal) => refusal !== undefined);
  const refusals = exchanges.filter((refusal) => refusalOf(refusal) !== undefined);
  if (refusals.length > 0) return refusals;
  throw new ExplainInputError(`none of the ${entries.length} entries of the HAR is a refusal`);
}

function harEntry(entry: unknown): Refusal | undefined {
  const content = property(property(entry, 'response'), 'content');
  const text = String(property(content, 'text') ?? '');
  const body = property(content, 'encoding') === 'base64' ? Buffer.from(text, 'base64').toString() : text;
  const response = property(entry, 'response');
  return toRefusal({
    request: property(entry, 'request'),
    response: { status: property(response, 'status'), headers: property(response, 'headers'), body },
  });
}

/** Headers as an object, or as HAR's list of `{name, value}`. */
function headersOf(headers: unknown): Headers {
  const pairs: readonly (readonly [string, unknown])[] = Array.isArray(headers)
    ? headers.map((item: unknown) => [String(property(item, 'name') ?? ''), property(item, 'value')] as const)
    : Object.entries(typeof headers === 'object' && headers !== null ? headers : {});
  return collectHeaders(
    pairs.flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, String(one)])),
  );
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
