import type { Details, Refusal } from '../../lambda/diagnosis/diagnosis.ts';
import { roughly } from '../terminal/table.ts';
import { printable } from './wrap.ts';

export interface Clock {
  /** Epoch milliseconds. */
  readonly now: number;
  /** As IANA names it; default: this machine's. */
  readonly timeZone?: string;
}

/** What the response states beyond its cause, as names and values for people. */
export function rowsOf(details: Details, response: Refusal['response'], clock: Clock) {
  const { missingScopes, grantedScopes, retryAfterSeconds } = details;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['provider', details.provider],
    ['missing', missingScopes?.join(', ')],
    ['granted', grantedScopes?.length === 0 ? 'none' : grantedScopes?.join(', ')],
    ['retry after', retryAfterSeconds === undefined ? undefined : retryTime(retryAfterSeconds, response, clock)],
    ['resets at', details.resetAt === undefined ? undefined : pointInTime(details.resetAt, clock)],
    ['expired at', details.expiredAt === undefined ? undefined : pointInTime(details.expiredAt, clock)],
    ['address', details.address],
    ['request id', details.requestId],
    ['read more', details.documentation],
  ];
  return rows.flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, printable(value)]]));
}

/** A wait, and when it ends, if the response says when it began. */
function retryTime(seconds: number, { headers }: Refusal['response'], clock: Clock): string {
  const date = Date.parse(String(headers.date ?? ''));
  const wait = duration(seconds);
  return Number.isNaN(date) ? wait : `${wait}, until ${pointInTime(date / 1000 + seconds, clock)}`;
}

/** `20 s`, `7 min 30 s`, `2 h`, `3 days`. */
function duration(seconds: number): string {
  if (seconds < 1) return `${seconds} s`;
  const whole = roughly(seconds * 1000);
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round(seconds % 60);
  return minutes > 0 && minutes < 60 && rest > 0 ? `${minutes} min ${rest} s` : whole;
}

/** On the reader's own clock, in UTC, and how far away. */
function pointInTime(epochSeconds: number, { now, timeZone }: Clock): string {
  const date = new Date(epochSeconds * 1000);
  if (Number.isNaN(date.getTime())) return `${epochSeconds} (epoch seconds)`;
  const utc = date.toISOString().replace(/\.\d{3}Z$/, 'Z');
  const format = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'medium',
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  const zone = format.resolvedOptions().timeZone;
  const apart = roughly(Math.abs(date.getTime() - now));
  const away = date.getTime() > now ? `in ${apart}` : `${apart} ago`;
  return zone === 'UTC' ? `${utc} (${away})` : `${format.format(date)} here, ${utc} (${away})`;
}
