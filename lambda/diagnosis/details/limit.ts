import type { Details } from '../diagnosis.ts';
import { normaliseKey } from '../reading/terms.ts';
import { delayIn, durationSeconds, resetTime, retryAfterSeconds, timeIn } from '../reading/times.ts';
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
  'retryafter retryafterseconds retryin waitseconds retryaftersec retryaftersecs secondstowait'.split(' '),
);
const RETRY_MS_KEYS = new Set('retryafterms retryaftermillis retryaftermilliseconds'.split(' '));
const RESET_KEYS = new Set('resetat resettime reset resetsat ratelimitreset resetdate quotaresettime'.split(' '));
/** Longer than any limit lasts: a number above it is no delay. */
const MAX_DELAY_SECONDS = 1e7;

/** When it makes sense to try again, in whichever form the answer says it. */
export function limitIn(
  reading: Reading,
  cause: 'rate-limited' | 'quota-exceeded',
): Pick<Details, 'retryAfterSeconds' | 'resetAt'> {
  const retryAfter = delayInFields(reading) ?? delayInBody(reading) ?? delayInSentences(reading);
  const resetAt = resetInFields(reading, cause) ?? resetInBody(reading) ?? resetInSentences(reading);
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

/** Every answer may carry these fields: they speak of this refusal only when the window they describe is used up. */
function resetInFields(reading: Reading, cause: 'rate-limited' | 'quota-exceeded'): number | undefined {
  const counts = cause === 'rate-limited' && (reading.status === 429 || hasNothingLeft(reading));
  if (!counts) return undefined;
  const structured = /\b(?:t|reset)=(\d{1,9})/.exec(reading.fields.get('ratelimit') ?? '')?.[1];
  const value =
    structured ??
    RESET_FIELDS.map((name) => reading.fields.get(name)).find((field) => field !== undefined) ??
    [...reading.fields].find(([name]) => RESET_FIELD.test(name))?.[1];
  return value === undefined ? undefined : resetTime(value, reading.nowSeconds);
}

function resetInBody({ leaves, nowSeconds }: Reading): number | undefined {
  for (const { key, value } of leaves) {
    if (!RESET_KEYS.has(normaliseKey(key))) continue;
    const time = resetTime(String(value), nowSeconds);
    if (time !== undefined) return time;
  }
  return undefined;
}

function resetInSentences({ messages }: Reading): number | undefined {
  const message = messages.find(({ plain }) => /\b(?:until|reset(?:s| at)?|after)\b/.test(plain));
  return message === undefined ? undefined : timeIn(message.text);
}
