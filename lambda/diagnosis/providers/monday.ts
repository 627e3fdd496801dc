import type { Provider } from './provider.ts';

/**
 * Errors of the application come with status 200 and `Retry-After` comes with every error: the code tells.
 *
 * @see https://developer.monday.com/api-reference/docs/errors
 * @see https://support.monday.com/hc/en-us/articles/26471164460690-API-Rate-Limits
 */
export const monday: Provider = {
  name: 'monday',
  hosts: ['monday.com'],
  codes: {
    userunauthorizedexception: 'permission-denied',
    complexity_budget_exhausted: 'rate-limited',
    maxconcurrencyexceeded: 'rate-limited',
    ip_rate_limit_exceeded: 'rate-limited',
    daily_limit_exceeded: 'quota-exceeded',
  },
  remedies: {
    'permission-denied': 'The token acts as its user: give that user access to the board or account.',
    'quota-exceeded':
      'The daily limit depends on the plan and resets at midnight UTC: https://developer.monday.com/api-reference/docs/rate-limits',
    'rate-limited': 'See https://developer.monday.com/api-reference/docs/rate-limits',
  },
};
