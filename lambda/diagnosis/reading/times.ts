/** Offsets in hours of the zone names that error messages still use. */
const ZONES: Readonly<Record<string, number>> = {
  utc: 0,
  gmt: 0,
  z: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const EARLIEST_SECONDS = 946_684_800; // 2000-01-01
const LATEST_SECONDS = 7_258_118_400; // 2200-01-01

const EPOCH = /\b(\d{10}|\d{13})(?:\.\d{1,6})?\b/;
const ISO =
  /\b(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d{1,9})?(?: ?(z|utc|gmt|[+-]\d{2}:?\d{2}))?/i;
const DAY_MONTH =
  /\b(\d{1,2})[- ]([a-z]{3})[a-z]{0,6}[- ](\d{4}|\d{2}),? (\d{2}):(\d{2}):(\d{2})(?: ([a-z]{1,4}|[+-]\d{4}))?/i;
/** As Java's `Date` prints itself: `Sat May 18 12:13:41 UTC 2024`. */
const JAVA = /\b([a-z]{3}) (\d{1,2}) (\d{2}):(\d{2}):(\d{2}) ([a-z]{3,4}) (\d{4})\b/i;
/** `May 1, 2024`: the day's beginning. */
const MONTH_DAY =
  /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6} (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/i;
const SLASHES = /\b(\d{1,2})\/(\d{1,2})\/(\d{4}),? (\d{1,2}):(\d{2}):(\d{2})(?: ?(am|pm))?/i;

/**
 * The first point in time in a text, in epoch seconds: ISO 8601, RFC 9110 and RFC 850 dates, Java's, `May 1, 2024`, epoch seconds or
 * milliseconds, and `MM/DD/YYYY` as .NET's invariant culture prints it. A time without zone is taken as UTC.
 */
export function timeIn(text: string): number | undefined {
  const iso = ISO.exec(text);
  if (iso !== null)
    return seconds(
      iso.slice(1, 7).map((part) => Number(part ?? 0)),
      offsetHours(iso[7]),
    );
  const named = DAY_MONTH.exec(text);
  if (named !== null) {
    const month = MONTHS.indexOf((named[2] ?? '').toLowerCase()) + 1;
    const year = Number(named[3]) + ((named[3] ?? '').length === 2 ? 2000 : 0);
    return seconds([year, month, Number(named[1]), ...named.slice(4, 7).map(Number)], offsetHours(named[7]));
  }
  const java = JAVA.exec(text);
  if (java !== null) {
    const [, name = '', day, hour, minute, second, zone, year] = java;
    const month = MONTHS.indexOf(name.toLowerCase()) + 1;
    return seconds([year, month, day, hour, minute, second].map(Number), offsetHours(zone));
  }
  const american = MONTH_DAY.exec(text);
  if (american !== null) {
    const month = MONTHS.indexOf((american[1] ?? '').toLowerCase()) + 1;
    return seconds([Number(american[3]), month, Number(american[2])], 0);
  }
  const slashes = SLASHES.exec(text);
  if (slashes !== null) {
    const [, month, day, year, hour, minute, second, half] = slashes;
    const shift = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
    return seconds([year, month, day, shift, minute, second].map(Number), 0);
  }
  const epoch = EPOCH.exec(text)?.[1];
  return epoch === undefined
    ? undefined
    : plausible(epoch.length === 13 ? Math.floor(Number(epoch) / 1000) : Number(epoch));
}

function seconds(parts: readonly number[], offset: number): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) return undefined;
  return plausible(Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - offset * 3600);
}

function offsetHours(zone: string | undefined): number {
  const digits = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '');
  if (digits !== null) return (digits[1] === '-' ? -1 : 1) * (Number(digits[2]) + Number(digits[3]) / 60);
  return ZONES[(zone ?? '').toLowerCase()] ?? 0;
}

function plausible(epochSeconds: number): number | undefined {
  return epochSeconds >= EARLIEST_SECONDS && epochSeconds <= LATEST_SECONDS ? epochSeconds : undefined;
}

/**
 * `Retry-After` in seconds: a number, or a date counted from `nowSeconds`; a few servers send an epoch for a date.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function retryAfterSeconds(value: string, nowSeconds: number | undefined): number | undefined {
  const text = value.trim();
  if (/^\d{1,8}(?:\.\d{1,9})?$/.test(text)) return Math.ceil(Number(text));
  const date = timeIn(text);
  return date === undefined || nowSeconds === undefined ? undefined : Math.max(0, Math.ceil(date - nowSeconds));
}

/**
 * A rate limit's reset in epoch seconds. Servers send epoch seconds, epoch milliseconds, a delta in seconds, or a
 * date, all under the same names: above 1e12 it is milliseconds, above 1e9 an epoch, else a delta.
 */
export function resetTime(value: string, nowSeconds: number | undefined): number | undefined {
  const text = value.trim();
  if (!/^\d{1,16}(?:\.\d{1,9})?$/.test(text)) {
    const duration = durationSeconds(text);
    if (duration === undefined) return timeIn(text);
    return nowSeconds === undefined ? undefined : Math.ceil(nowSeconds + duration);
  }
  const amount = Number(text);
  if (amount > 1e12) return plausible(Math.floor(amount / 1000));
  if (amount > 1e9) return plausible(Math.floor(amount));
  return nowSeconds === undefined ? undefined : Math.ceil(nowSeconds + amount);
}

const DELAY =
  /\b(?:in|after|for|available in|wait|another|retry after|availability)(?: at least| about)?:? ?(\d{1,7}(?:\.\d{1,6})?) ?(ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?)\b/;

/** Several units in one, such as `in 6m0s` or `in 5 minutes and 20 seconds`. */
const COMPOUND = /\b(?:in|after|wait|for) ((?:\d{1,4}[dhm]){1,3}\d{1,4}(?:\.\d{1,6})?s)\b/;
const MINUTES_AND_SECONDS =
  /\b(?:(\d{1,4}) ?h(?:ours?|rs?)?,? )?(\d{1,4}) ?m(?:in(?:ute)?s?)?,? (?:and )?(\d{1,4}) ?s(?:ec(?:ond)?s?)?\b/;

/** Hours, minutes and seconds, as Azure API Management names them. */
const CLOCK = /\b(?:in|after|for|within) (\d{1,3}):([0-5]\d):([0-5]\d)\b(?!\.\d| (?:am|pm|utc|gmt))/;

/** Without a unit, `retry after 3` counts seconds, as the header of that name does. */
const RETRY_AFTER = /\bretry[- ]after:? ?(\d{1,7}(?:\.\d{1,6})?)(?=\s?(?:$|[.,;)"']))/;

/** A delay that a lower-case sentence names, such as `try again in 20s` or `retry after 3`, in seconds. */
export function delayIn(sentence: string): number | undefined {
  const compound = COMPOUND.exec(sentence)?.[1];
  if (compound !== undefined) return ceiled(durationSeconds(compound));
  const words = MINUTES_AND_SECONDS.exec(sentence);
  if (words !== null) return Number(words[1] ?? 0) * 3600 + Number(words[2]) * 60 + Number(words[3]);
  const clock = CLOCK.exec(sentence);
  if (clock !== null) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const match = DELAY.exec(sentence);
  if (match === null) {
    const bare = RETRY_AFTER.exec(sentence)?.[1];
    return bare === undefined ? undefined : Math.ceil(Number(bare));
  }
  const unit = match[2] ?? '';
  const factor =
    unit.startsWith('ms') || unit.startsWith('milli')
      ? 0.001
      : unit.startsWith('m')
        ? 60
        : unit.startsWith('h')
          ? 3600
          : 1;
  return Math.ceil(Number(match[1]) * factor);
}

const DURATION =
  /^(?:(\d{1,4})d)?(?:(\d{1,5})h)?(?:(\d{1,6})m)?(?:(\d{1,8}(?:\.\d{1,9})?)s)?(?:(\d{1,9}(?:\.\d{1,9})?)ms)?$/;

/** A duration as Go and protobuf's JSON write it, such as `1m30s`, `250ms` or `34.07s`, in seconds. */
export function durationSeconds(text: string): number | undefined {
  const match = text === '' ? null : DURATION.exec(text.trim());
  if (match === null) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0, milliseconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  return days * 86_400 + hours * 3600 + minutes * 60 + seconds + milliseconds / 1000;
}

/** The number, unless it is none that time has. */
export function finite(value: number | undefined): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

/** A point in time as people and machines read it; `an impossible time` where there is none. */
export function isoTime(epochSeconds: number): string {
  const date = new Date(epochSeconds * 1000);
  return Number.isNaN(date.getTime()) ? 'an impossible time' : date.toISOString().replace('.000Z', 'Z');
}

/** A date without a time, where it is the whole value: the day's beginning in epoch seconds. */
export function dateIn(value: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value.trim());
  return parts === null ? undefined : seconds(parts.slice(1, 4).map(Number), 0);
}

function ceiled(amount: number | undefined): number | undefined {
  return amount === undefined ? undefined : Math.ceil(amount);
}
