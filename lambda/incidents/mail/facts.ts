import type { ExpirySource } from '../../grants/grant.ts';
import { ASKED } from '../../run-result.ts';
import type { Alert } from '../alert.ts';
import { labelled } from './layout.ts';
import { oneLine } from './plain-text.ts';
import { formatDay, formatDuration, formatTime } from './times.ts';

const MAX_NAME_LENGTH = 100;
const MAX_URL_LENGTH = 300;

/** Since when, until when, how sure, seen by whom: one labelled line each. */
export function facts(alert: Alert, now: number): readonly string[] {
  const { kind, at, since, diagnosis, grant } = alert;
  if (kind === 'credential-expiring') return expiryFacts(grant?.expiresAt, grant?.expirySource, now);
  if (kind === 'recovered') {
    return [
      ...labelled('Was', diagnosis?.cause ?? alert.announcedAs ?? 'not well'),
      ...labelled('Since', formatTime(since)),
      ...labelled('Until', `${formatTime(at)}, after ${formatDuration(at - since)}`),
      ...seen(alert),
    ];
  }
  const { expiredAt, resetAt, retryAfterSeconds } = diagnosis?.details ?? {};
  return [
    ...labelled('Since', `${formatTime(since)}, ${formatDuration(now - since)} ago`),
    ...(expiredAt === undefined ? [] : labelled('Expired', formatTime(expiredAt * 1000))),
    ...(diagnosis ? labelled('Cause', sureness(diagnosis)) : []),
    ...(resetAt === undefined ? [] : labelled('Resets', formatTime(resetAt * 1000))),
    ...(retryAfterSeconds === undefined ? [] : labelled('Retry', `after ${formatDuration(retryAfterSeconds * 1000)}`)),
    ...seen(alert),
  ];
}

function sureness({ cause, confidence }: NonNullable<Alert['diagnosis']>): string {
  if (cause === 'unknown') return 'unknown';
  if (confidence === 'certain') return `${cause}, certain`;
  if (confidence === 'likely') return `${cause}, likely: right about 9 times in 10`;
  return `${cause}, possible: look before you act`;
}

const KNOWN_FROM: Readonly<Record<ExpirySource, string>> = {
  reported: 'reported by the provider',
  claimed: 'stated in the credential itself',
  minted: 'stated when it was issued',
  declared: 'stated in the configuration',
  remembered: 'remembered from an earlier answer',
};

function expiryFacts(expiresAt: number | undefined, source: ExpirySource | undefined, now: number): readonly string[] {
  if (expiresAt === undefined) return [];
  const leftMs = expiresAt * 1000 - now;
  const distance = leftMs > 0 ? `in ${formatDuration(leftMs)}` : `${formatDuration(-leftMs)} ago`;
  return [
    ...labelled(leftMs > 0 ? 'Expires' : 'Expiry', `${formatDay(expiresAt * 1000)}, ${distance}`),
    ...(source ? labelled('Known', KNOWN_FROM[source]) : []),
  ];
}

/** Which run saw it. The configured address, so a link may stay one. */
function seen({ run, failures }: Alert): readonly string[] {
  if (run === undefined) return [];
  const probe = run.probe === ASKED ? 'asking its provider' : oneLine(run.probe, MAX_NAME_LENGTH);
  const wasSent = run.status !== undefined || failures.every(({ what }) => what !== 'credential' && what !== 'token');
  const answer = run.status === undefined ? 'no answer' : `answered with ${run.status}`;
  return [
    ...labelled('Seen by', wasSent ? `${probe}, ${answer}` : `${probe}, not sent`),
    ...labelled('', oneLine(run.url, MAX_URL_LENGTH)),
  ];
}
