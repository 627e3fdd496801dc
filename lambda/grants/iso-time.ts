import { plausibleTime } from './reading.ts';

const DATE = /^\d{4}-\d\d-\d\d$/;
const DATE_TIME = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:[.,]\d{1,12})?\s?(?:([Zz]|UTC)|([+-]\d\d):?(\d\d))$/;

/**
 * Epoch seconds of a time as ISO 8601 and RFC 3339 write it, also with a space for the `T`, with nanoseconds or with a
 * zone without a colon. Unknown without a zone, and where no token could end then.
 */
export function isoTime(text: string | undefined): number | undefined {
  const [, day, time, utc, hours, minutes] = DATE_TIME.exec(text ?? '') ?? [];
  return day === undefined ? undefined : secondsOf(`${day}T${time}${utc ? 'Z' : `${hours}:${minutes}`}`);
}

/** Epoch seconds of the first moment of a day, UTC, as `2027-02-04` writes it. */
export function startOfDay(text: string | undefined): number | undefined {
  return text !== undefined && DATE.test(text) ? secondsOf(`${text}T00:00:00Z`) : undefined;
}

function secondsOf(time: string): number | undefined {
  return plausibleTime(Date.parse(time) / 1_000);
}
