import { limitIn } from '../details/limit.ts';
import type { Finding } from '../finding.ts';
import type { Reading } from '../reading.ts';
import { LONGEST_WINDOW_SECONDS } from './limits.ts';

/** Words for what does not come back by waiting an hour, whatever `Retry-After` says. */
const OF_PLAN =
  /\b(?:da(?:y|ys|ily)|weeks?|weekly|months?|monthly|years?|plan|billing|credits?|balance|free tier|spend\w*|upgrade|subscription)\b/;

/** A quota that is full again within the hour is a rate limit by another name, unless it speaks of a day or a plan. */
export function shortQuota(found: Finding | undefined, reading: Reading): Finding | undefined {
  if (found?.cause !== 'quota-exceeded') return found;
  const { retryAfterSeconds } = limitIn(reading, found.cause);
  if (retryAfterSeconds === undefined || retryAfterSeconds > LONGEST_WINDOW_SECONDS) return found;
  const speaksOfPlan =
    reading.messages.some(({ plain }) => OF_PLAN.test(plain)) || reading.codes.some(({ words }) => OF_PLAN.test(words));
  return speaksOfPlan ? found : { ...found, cause: 'rate-limited', confidence: 'likely' };
}
