import { MAX_EXPIRY_YEAR, MIN_EXPIRY_YEAR } from './bounds.ts';

/** @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6 (`full-date`, `date-time`) */
const INSTANT =
  /^(?<date>\d{4}-\d\d-\d\d)(?:T(?<time>[01]\d|2[0-3]):(?<minute>[0-5]\d):(?<second>[0-5]\d)(?:\.\d{1,9})?(?<zone>Z|[+-](?:[01]\d|2[0-3]):[0-5]\d))?$/i;

/** What a date must look like, for messages. */
export const INSTANT_RULE = `must be a date such as "2027-01-31", which begins it in UTC, or an RFC 3339 date-time such as "2027-01-31T09:00:00Z", from ${MIN_EXPIRY_YEAR} to before ${MAX_EXPIRY_YEAR}`;

/** Epoch seconds of an RFC 3339 date, of which the start in UTC is meant, or of a date-time; `undefined` for anything else. */
export function parseInstant(text: unknown): number | undefined {
  const groups = typeof text === 'string' ? INSTANT.exec(text)?.groups : undefined;
  if (groups?.date === undefined || !isOnCalendar(groups.date)) return undefined;
  const ms = Date.parse(groups.zone === undefined ? groups.date : String(text).toUpperCase());
  const isInBounds = ms >= Date.UTC(MIN_EXPIRY_YEAR, 0) && ms < Date.UTC(MAX_EXPIRY_YEAR, 0);
  return isInBounds ? Math.floor(ms / 1_000) : undefined;
}

/** `Date.parse` takes 30 February for 2 March. */
function isOnCalendar(date: string): boolean {
  const ms = Date.parse(date);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date);
}
