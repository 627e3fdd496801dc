import { at } from './reading/json.ts';
import type { Reading } from './reading.ts';

/** Top-level names of a body that is nothing but an error. */
const ENVELOPE = new Set(
  'error errors error_description error_message errmsg errcode errno error_code message msg code status status_code statusCode success ok request_id requestId rid warning needed provided response_metadata documentation_url retry_after result results data html_attributions predictions timestamp info extensions'.split(
    ' ',
  ),
);

/**
 * Whether a body says by its shape that the call was refused, though the status is 2xx: Slack's `ok: false`, GraphQL
 * errors without data, Google Maps' `status`, WeChat's `errcode`, and bodies that are nothing but an error. Words in
 * a healthy body never make it one.
 */
export function isRefusalShape(reading: Reading): boolean {
  const { json } = reading;
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false;
  const names = Object.keys(json);
  if (names.length === 0 || names.length > 10 || !names.every((name) => ENVELOPE.has(name))) return false;
  if (at(json, 'ok') === true || at(json, 'success') === true) return false;
  if (Array.isArray(at(json, 'errors'))) return isGraphQlRefusal(reading, json);
  if (!isEmpty(at(json, 'data'), 3) || !isEmpty(at(json, 'results'), 2) || !isEmpty(at(json, 'predictions'), 2))
    return false;
  return (
    at(json, 'ok') === false ||
    at(json, 'success') === false ||
    MAPS_REFUSALS.has(String(at(json, 'status'))) ||
    (at(json, 'status') === '0' && at(json, 'message') === 'NOTOK') ||
    isErrorCode(at(json, 'errcode')) ||
    isError(at(json, 'error'))
  );
}

/** @see https://github.com/googlemaps/openapi-specification/blob/main/specification/schemas/PlacesSearchStatus.yml */
const MAPS_REFUSALS = new Set(['REQUEST_DENIED', 'OVER_QUERY_LIMIT', 'OVER_DAILY_LIMIT']);

/** @see https://spec.graphql.org/October2021/#sec-Response-Format */
function isGraphQlRefusal({ path }: Reading, json: object): boolean {
  const errors = at(json, 'errors');
  if (!Array.isArray(errors) || errors.length === 0 || !isEmpty(at(json, 'data'), 4)) return false;
  const looksLikeGraphQl =
    path.includes('graphql') || ['extensions', 'locations', 'path'].some((name) => at(errors, 0, name) !== undefined);
  return looksLikeGraphQl || at(json, 'success') === false;
}

function isErrorCode(value: unknown): boolean {
  return typeof value === 'number' && value !== 0;
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
