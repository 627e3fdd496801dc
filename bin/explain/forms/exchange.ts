import type { Refusal } from '../../../lambda/diagnosis/diagnosis.ts';
import { collectHeaders, type Headers } from './headers.ts';

export const UNKNOWN_REQUEST: Refusal['request'] = { method: 'GET', url: '', headers: {} };

/**
 * The fields of a request of which only the address is known. A diagnosis takes a call without any field that carries
 * a credential for one without a credential, unless there is a cookie, which may hold a session or nothing.
 */
export const UNKNOWN_FIELDS: Refusal['request']['headers'] = { cookie: '' };

/** The status of an answer of which only the body is there. */
export const UNKNOWN_STATUS = 0;

/** More of a body than a diagnosis reads, in base64. */
const MAX_ENCODED_LENGTH = 262_144;

/**
 * A refusal of the JSON that `explain --ndjson` takes: `{request?, response}`, or the response alone; also as HAR,
 * axios, Postman and serverless functions name the fields. `undefined` when there is no status in it.
 */
export function toRefusal(value: unknown): Refusal | undefined {
  const response = property(value, 'response') ?? value;
  const status = statusOf(response);
  if (status === undefined) return undefined;
  return {
    request: toRequest(value),
    response: {
      status,
      headers: headersOf(property(response, 'headers') ?? property(response, 'header')),
      body: bodyOf(response),
    },
  };
}

/** Whether the value is an answer with its parts, and not an error document that repeats its status. */
export function isAnswer(value: unknown): boolean {
  const has = (name: string) => property(value, name) !== undefined;
  return has('headers') || has('header') || has('body') || (has('data') && has('statusText'));
}

/** From 100 to 599, as a number or in digits. */
function statusOf(response: unknown): number | undefined {
  const named = ['status', 'statusCode', 'status_code', 'code'].map((name) => property(response, name));
  const digits = named.find((status) => /^\d{3}$/.test(String(status)));
  const status = Number(digits ?? Number.NaN);
  return status >= 100 && status <= 599 ? status : undefined;
}

function bodyOf(response: unknown): string {
  const content = property(response, 'content');
  const body =
    property(response, 'body') ??
    property(response, 'data') ??
    property(response, 'text') ??
    property(content, 'text') ??
    (typeof content === 'string' ? content : '');
  if (property(body, 'locked') !== undefined) return ''; // a stream, which nobody has read
  if (typeof body !== 'string') return JSON.stringify(body);
  const isBase64 = property(content, 'encoding') === 'base64' || property(response, 'isBase64Encoded') === true;
  return isBase64 ? Buffer.from(body.slice(0, MAX_ENCODED_LENGTH), 'base64').toString() : body;
}

/** The request of the same JSON, as axios has it in `config` too; without one, a GET of nobody knows what. */
export function toRequest(value: unknown): Refusal['request'] {
  const known = ['request', 'config', 'originalRequest'].map((name) => property(value, name));
  const request = known.find((one) => property(one, 'url') !== undefined) ?? known.find((one) => one !== undefined);
  if (request === undefined) return UNKNOWN_REQUEST;
  const url = property(request, 'url') ?? '';
  return {
    method: String(property(request, 'method') ?? 'GET').toUpperCase(),
    url: String(property(url, 'raw') ?? url),
    headers: headersOf(property(request, 'headers') ?? property(request, 'header')),
  };
}

/** Headers as an object, as a list of `{name, value}` or `{key, value}`, or as a list of pairs. */
export function headersOf(headers: unknown): Headers {
  const pairs: readonly (readonly [unknown, unknown])[] = Array.isArray(headers)
    ? headers
        .slice(0, MAX_FIELDS)
        .map((item: unknown) =>
          Array.isArray(item)
            ? [item[0], item[1]]
            : [property(item, 'name') ?? property(item, 'key'), property(item, 'value')],
        )
    : Object.entries(typeof headers === 'object' && headers !== null ? headers : {}).slice(0, MAX_FIELDS);
  return collectHeaders(
    pairs.flatMap(([name, value]) =>
      name === undefined || value === undefined || value === null
        ? []
        : [value].flat().map((one): [string, string] => [textOf(name), textOf(one)]),
    ),
  );
}

/** Ten times what is read of them in the end. */
const MAX_FIELDS = 10_000;

function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? ((value as Record<string, unknown>)[name] ?? undefined)
    : undefined;
}
