import type { Evidence } from '../diagnosis.ts';
import { codeEvidence, findMessage, headerEvidence, messageEvidence, type Rule, statusEvidence } from '../finding.ts';
import { retryAfterSeconds } from '../reading/times.ts';
import type { Reading } from '../reading.ts';

const QUOTA_SENTENCE =
  /\bquota\b(?!.{0,160}per[- ](?:\d{1,4} )?(?:minute|second|hour|user))|\b(?:daily|monthly|per day|per month|an? (?:day|month)|weekly)\b|credit|billing|\b(?:usage|spend\w*|plan|free tier) limit|limit exceeded|(?:insufficient|account) balance|exceeded your current/;
const QUOTA_CODE =
  /\bquota|insufficient (?:funds|credits?|balance)|daily limit|monthly limit|usage limit|limit exceeded exception|out of credits|billing/;
/** Up to this long a limit clears by waiting: longer ones are allowances. */
export const LONGEST_WINDOW_SECONDS = 3600;
/** A day or a month beside the limit, whatever the code calls it. */
const LONG_WINDOW = /\b(?:daily|monthly) (?:\w{1,12} )?(?:limit|quota)|\bper (?:day|month)\b|\/ ?(?:day|month)\b/;
const RATE_CODE = /rate ?limit|too many|throttl/;

/**
 * 429 is a rate limit, unless the body speaks of a day, a month, a plan or credit.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6585#section-4
 */
export const tooManyRequests: Rule = (reading) => {
  if (reading.status !== 429) return undefined;
  const sentence = findMessage(reading, QUOTA_SENTENCE);
  const code = reading.codes.find(({ words }) => QUOTA_CODE.test(words));
  const rate = findMessage(
    reading,
    /per[- ](?:\d{1,4} )?(?:minute|second|hour)|rate[- ]?limit|too many requests|tokens per min/,
  );
  const long = findMessage(reading, LONG_WINDOW);
  const isShort =
    findMessage(reading, /per[- ](?:\d{1,4} )?(?:minute|second|hour)\b|\/ ?(?:min|sec|s\b)/) !== undefined;
  if (long !== undefined && !isShort)
    return {
      cause: 'quota-exceeded',
      confidence: 'likely',
      evidence: [statusEvidence(reading), messageEvidence(long)],
    };
  const rateCode = reading.codes.some(({ words }) => RATE_CODE.test(words));
  if (code !== undefined && !rateCode)
    return { cause: 'quota-exceeded', confidence: 'likely', evidence: [statusEvidence(reading), codeEvidence(code)] };
  if (sentence !== undefined && rate === undefined && !rateCode)
    return {
      cause: 'quota-exceeded',
      confidence: 'likely',
      evidence: [statusEvidence(reading), messageEvidence(sentence)],
    };
  const wait = retryAfterSeconds(reading.fields.get('retry-after') ?? '', reading.nowSeconds);
  const evidence = [statusEvidence(reading), ...limitEvidence(reading)];
  return wait !== undefined && wait > LONGEST_WINDOW_SECONDS
    ? { cause: 'quota-exceeded', confidence: 'likely', evidence }
    : { cause: 'rate-limited', confidence: 'certain', evidence };
};

/**
 * A 403 with nothing left in its window and a time to wait, and no word of another cause. Limit fields alone prove
 * nothing: servers send them with every answer.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 */
export const exhaustedWindow: Rule = (reading) => {
  const retryAfter = reading.fields.get('retry-after');
  const isRefusal = reading.status === 403 || reading.status === 503 || reading.status === 509;
  if (!isRefusal || retryAfter === undefined || !hasNothingLeft(reading)) return undefined;
  return { cause: 'rate-limited', confidence: 'likely', evidence: limitEvidence(reading) };
};

export const REMAINING_FIELDS = [
  'x-ratelimit-remaining',
  'x-rate-limit-remaining',
  'ratelimit-remaining',
  'x-ratelimit-requests-remaining',
  'x-ratelimit-remaining-requests',
];

export function hasNothingLeft(reading: Reading): boolean {
  const structured = /\br=(\d{1,9})/.exec(reading.fields.get('ratelimit') ?? '')?.[1];
  return structured === '0' || REMAINING_FIELDS.some((name) => /^0(?:\D|$)/.test(reading.fields.get(name) ?? ''));
}

function limitEvidence(reading: Reading): readonly Evidence[] {
  const names = ['retry-after', 'ratelimit', ...REMAINING_FIELDS];
  return names.flatMap((name) => {
    const value = reading.fields.get(name);
    return value === undefined ? [] : [headerEvidence(name, value)];
  });
}
