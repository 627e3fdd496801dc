import type { ObservedResponse } from '../request/observation.ts';
import { plausibleTime } from './reading.ts';

/** The one form of a date that a server may send. @see https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7 */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;

/**
 * The end of what lives that many more seconds, epoch seconds: counted from when the server made the answer, as its
 * `Date` says, and never from a clock of ours. `undefined` without such a date, and for a number that is not above
 * zero: some mean by it that there is no end, others that it has come.
 */
export function endOf({ headers }: ObservedResponse, seconds: number): number | undefined {
  const date = headers.date ?? '';
  const madeAt = HTTP_DATE.test(date) ? plausibleTime(Date.parse(date) / 1_000) : undefined;
  return madeAt === undefined || !(seconds > 0) ? undefined : plausibleTime(madeAt + seconds);
}
