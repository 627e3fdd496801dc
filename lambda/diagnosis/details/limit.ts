import type { Details } from '../diagnosis.ts';
import { normaliseKey } from '../reading/terms.ts';
import { dateIn, delayIn, durationSeconds, resetTime, retryAfterSeconds, timeIn } from '../reading/times.ts';
import type { Reading } from '../reading.ts';
import { hasNothingLeft } from '../rules/limits.ts';

/**
 * Fields with the end of the window, most usual first. What stands in them differs by sender: epoch seconds (GitHub,
 * X), epoch milliseconds, seconds from now (the draft, Reddit), a duration (OpenAI) or a date (Anthropic).
 *
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 * @see https://platform.openai.com/docs/guides/rate-limits
 */
const RESET_FIELDS = [
  'x-ratelimit-reset',
  'x-rate-limit-reset',
  'ratelimit-reset',
  'x-ratelimit-reset-after',
  'x-ratelimit-requests-reset',
  'x-ratelimit-reset-requests',
  'x-ratelimit-reset-tokens',
  'anthropic-ratelimit-requests-reset',
  'anthropic-ratelimit-tokens-reset',
  'x-ratelimit-retry-after',
  'x-quota-reset',
  'x-rate-limit-requests-reset',
] as const;
/** Names of the same kind that are not listed. */
const RESET_FIELD = /rate-?limit.{0,20}reset/;
const RETRY_FIELDS = ['retry-after', 'x-retry-after'] as const;
const RETRY_MS_FIELDS = ['retry-after-ms', 'x-ms-retry-after-ms'] as const;

const RETRY_KEYS = new Set(
  'retryafter retryafterseconds retryin waitseconds retryaftersec retryaftersecs secondstowait backoffseconds'.split(
    ' ',
  ),
);
const RETRY_MS_KEYS = new Set('retryafterms retryaftermillis retryaftermilliseconds'.split(' '));
const RESET_KEYS = new Set(
  'resetat resettime reset resetsat ratelimitreset resetdate quotaresettime nextattemptat nextavailableat availableat nextrequestat resetson resettimestamp nextreset periodend retryat'.split(
    ' ',
  ),
);
/** Longer than any limit lasts: a number above it is no delay. */
const MAX_DELAY_SECONDS = 1e7;

/** When it makes sense to try again, in whichever form the answer says it. */
export function limitIn(
  reading: Reading,
  cause: 'rate-limited' | 'quota-exceeded',
): Pick<Details, 'retryAfterSeconds' | 'resetAt'> {
  const retryAfter = delayInFields(reading) ?? delayInBody(reading) ?? delayInSentences(reading);
  const resetAt =
    resetInFields(reading, cause) ??
    resetInBody(reading) ??
    resetInSentences(reading) ??
    (retryAfter === undefined ? retryDate(reading) : undefined);
  return {
    ...(retryAfter !== undefined && { retryAfterSeconds: retryAfter }),
    ...(resetAt !== undefined && { resetAt }),
  };
}

function delayInFields({ fields, nowSeconds }: Reading): number | undefined {
  const field = RETRY_FIELDS.map((name) => fields.get(name)).find((value) => value !== undefined);
  const delay = field === undefined ? undefined : retryAfterSeconds(field, nowSeconds);
  if (delay !== undefined) return delay;
  const inMs = RETRY_MS_FIELDS.map((name) => fields.get(name)).find((value) => value !== undefined);
  return inMs !== undefined && /^\d{1,10}$/.test(inMs) ? Math.ceil(Number(inMs) / 1000) : undefined;
}

/** A date in `Retry-After`, where no `Date` tells how far away it is. */
function retryDate({ fields }: Reading): number | undefined {
  return timeIn(fields.get('retry-after') ?? '');
}

/** @see https://github.com/googleapis/googleapis/blob/master/google/rpc/error_details.proto (`RetryInfo.retryDelay`) */
function delayInBody({ leaves }: Reading): number | undefined {
  for (const { key, value } of leaves) {
    const name = normaliseKey(key);
    const seconds =
      name === 'retrydelay' && typeof value === 'string'
        ? durationSeconds(value)
        : RETRY_KEYS.has(name)
          ? Number(value)
          : RETRY_MS_KEYS.has(name)
            ? Number(value) / 1000
            : undefined;
    if (seconds !== undefined && seconds >= 0 && seconds < MAX_DELAY_SECONDS) return Math.ceil(seconds);
  }
  return undefined;
}

function delayInSentences({ messages }: Reading): number | undefined {
  return messages
    .slice(0, 4)
    .map(({ plain }) => delayIn(plain))
    .find((delay) => delay !== undefined);
}

/**
 * Every answer may carry these fields: they speak of this refusal only when a window is used up, and then the fields of
 * that window, or where none shows as empty beside a 429.
 */
function resetInFields(reading: Reading, cause: 'rate-limited' | 'quota-exceeded'): number | undefined {
  const { fields, nowSeconds } = reading;
  const empty = ofEmptyWindow(fields);
  if (empty !== undefined) return resetTime(empty, nowSeconds);
  if (cause !== 'rate-limited' || (reading.status !== 429 && !hasNothingLeft(reading))) return undefined;
  const value =
    structuredReset(fields.get('ratelimit') ?? '') ??
    RESET_FIELDS.map((name) => fields.get(name)).find((field) => field !== undefined) ??
    [...fields].find(([name]) => RESET_FIELD.test(name))?.[1];
  return value === undefined ? undefined : resetTime(value, nowSeconds);
}

/** `x-app-limit-24hour-remaining: 0` points to `x-app-limit-24hour-reset`. */
function ofEmptyWindow(fields: Reading['fields']): string | undefined {
  for (const [name, value] of fields) {
    if (!name.includes('remaining') || !/^0(?:\.0{1,6})?(?:\D|$)/.test(value)) continue;
    const reset = fields.get(name.replace('remaining', 'reset'));
    if (reset !== undefined) return reset;
  }
  return undefined;
}

/** Of several windows in one field, the empty one's. */
function structuredReset(field: string): string | undefined {
  const items = field.slice(0, 1000).split(',');
  const empty = items.find((item) => /\b(?:r|remaining)=0\b/.test(item) && /\bt=/.test(item));
  return /\b(?:t|reset)=(\d{1,9})/.exec(empty ?? field)?.[1];
}

function resetInBody({ leaves, nowSeconds }: Reading): number | undefined {
  for (const { key, value } of leaves) {
    if (!RESET_KEYS.has(normaliseKey(key))) continue;
    const time = dateIn(String(value)) ?? resetTime(String(value), nowSeconds);
    if (time !== undefined) return time;
  }
  return undefined;
}

function resetInSentences({ messages }: Reading): number | undefined {
  const message = messages.find(({ plain }) => /\b(?:until|resets?(?: at| on)?|after|again (?:at|on))\b/.test(plain));
  return message === undefined ? undefined : timeIn(message.text);
}
