import { at } from './reading/json.ts';
import { normaliseKey } from './reading/terms.ts';
import type { Reading } from './reading.ts';

/** Top-level names of a body that is nothing but an error, in lower case without punctuation. */
const ENVELOPE = new Set(
  `error errors errordescription errormessage errmsg errcode errno errorcode errorinfo errormsg code status statuscode
   statusmessage message msg success ok result results data requestid rid warning needed provided responsemetadata
   documentationurl retryafter htmlattributions predictions timestamp time timenow info extensions jsonrpc id ttl
   accountid retcode retmsg extcode extinfo baseresp response exception stacktrace debuginfo reproductionlink note
   information fault faultcode faultstring`.split(/\s+/),
);
/** Names of a number that is an error when it is not one of these. */
const CODES = ['errcode', 'error_code', 'errorcode', 'errno', 'ret_code', 'retCode', 'code', 'StatusCode'] as const;
const FINE: ReadonlySet<unknown> = new Set([0, 1, '0', '1', '00', '0000', 'ok', 'OK', 'success', 'SUCCESS', '']);
/** Names that an error in a list of errors has. */
const ERROR_NAMES = new Set('message detail title code status source id links meta type error errorcode'.split(' '));

/**
 * Whether a body says by its shape that the call was refused, though the status is 2xx: Slack's `ok: false`, GraphQL
 * errors without data, JSON-RPC's and SOAP's faults, Google Maps' `status`, a code beside a message, and bodies that
 * are nothing but an error. Words in a healthy body never make it one.
 */
export function isRefusalShape(reading: Reading): boolean {
  if (/^(?:7|8|16)$/.test(reading.fields.get('grpc-status') ?? '')) return true;
  if (reading.content === 'xml') return isXmlFault(reading);
  const { json } = reading;
  if (Array.isArray(json)) return json.length > 0 && json.length <= 8 && json.every(isOneError);
  if (typeof json !== 'object' || json === null) return false;
  const names = Object.keys(json);
  if (names.length === 0 || names.length > 10 || !names.every((name) => ENVELOPE.has(normaliseKey(name)))) return false;
  if (at(json, 'ok') === true || at(json, 'success') === true) return false;
  if (Array.isArray(at(json, 'errors'))) return isListOfErrors(reading, json, names);
  if (!isEmpty(at(json, 'results'), 2) || !isEmpty(at(json, 'predictions'), 2)) return false;
  if (isRefusalCode(json)) return true;
  if (!isEmpty(at(json, 'data'), 3)) return false;
  return (
    at(json, 'ok') === false ||
    at(json, 'success') === false ||
    MAPS_REFUSALS.has(String(at(json, 'status'))) ||
    (at(json, 'status') === '0' && at(json, 'message') === 'NOTOK') ||
    isError(at(json, 'error')) ||
    isError(at(json, 'Response', 'Error')) ||
    isNotFine(at(json, 'base_resp', 'status_code')) ||
    CODES.some((name) => isNotFine(at(json, name))) ||
    (names.length === 1 && /^(?:note|information)$/i.test(names[0] ?? ''))
  );
}

/** @see https://github.com/googlemaps/openapi-specification/blob/main/specification/schemas/PlacesSearchStatus.yml */
const MAPS_REFUSALS = new Set(['REQUEST_DENIED', 'OVER_QUERY_LIMIT', 'OVER_DAILY_LIMIT']);

/** Data may come with a code that is the status of a refusal, or its negative: it tells of the refusal. */
function isRefusalCode(json: object): boolean {
  const code = Math.abs(Number(at(json, 'code')));
  return code === 401 || code === 403 || code === 412 || code === 429;
}

/** @see https://spec.graphql.org/October2021/#sec-Response-Format */
function isListOfErrors({ path }: Reading, json: object, names: readonly string[]): boolean {
  const errors = at(json, 'errors');
  if (!Array.isArray(errors) || errors.length === 0 || !isEmpty(at(json, 'data'), 4)) return false;
  const looksLikeGraphQl =
    path.includes('graphql') || ['extensions', 'locations', 'path'].some((name) => at(errors, 0, name) !== undefined);
  return looksLikeGraphQl || at(json, 'success') === false || (names.length === 1 && errors.every(isPlainError));
}

/** @see https://www.w3.org/TR/2000/NOTE-SOAP-20000508/#_Toc478383507 and http://xmlrpc.com/spec.md (faults) */
function isXmlFault({ leaves }: Reading): boolean {
  return leaves.some(
    ({ path, value }) =>
      /^(?:[\w-]{1,80}\.){0,4}(?:fault|errors?|exception)(?:[.@]|$)/i.test(path) ||
      value === 'faultCode' ||
      (/@(?:isSuccess|status)$/i.test(path) && /^(?:false|error|fail)$/i.test(String(value))),
  );
}

function isOneError(item: unknown): boolean {
  const error = at(item, 'error');
  const isLone = typeof error === 'object' && error !== null && Object.keys(item ?? {}).length === 1;
  return isLone || (typeof at(item, 'errorCode') === 'string' && at(item, 'message') !== undefined);
}

function isPlainError(item: unknown): boolean {
  return (
    typeof item === 'object' && item !== null && Object.keys(item).every((name) => ERROR_NAMES.has(normaliseKey(name)))
  );
}

function isNotFine(code: unknown): boolean {
  if (typeof code !== 'number' && typeof code !== 'string') return false;
  return !FINE.has(code) && !/^2\d\d$/.test(String(code));
}

function isError(value: unknown): boolean {
  if (typeof value === 'string') return value !== '';
  return Array.isArray(value)
    ? value.length > 0 && value.every((item) => typeof item === 'string')
    : typeof value === 'object' && value !== null;
}

/** Null, absent, an empty list, or an object of only such things, down to `depth` levels. */
function isEmpty(value: unknown, depth: number): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value !== 'object' || depth === 0) return false;
  const inside = Object.values(value);
  return inside.length <= 20 && inside.every((item) => isEmpty(item, depth - 1));
}
