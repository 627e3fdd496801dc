import type { Provider } from './provider.ts';

/**
 * Heroku's platform API, whose code stands in `id`.
 *
 * @see https://github.com/mattpolito/paratrooper/issues/71
 * @see https://devcenter.heroku.com/articles/platform-api-reference#rate-limits
 */
export const heroku: Provider = {
  name: 'heroku',
  hosts: ['heroku.com'],
  codesAt: /^id$/,
  codes: { forbidden: 'permission-denied', rate_limit: 'rate-limited' },
  remedies: {
    'permission-denied': 'Have the owner of the app give this user access, or use the token of a user that has it.',
    'rate-limited': 'See https://devcenter.heroku.com/articles/platform-api-reference#rate-limits',
  },
};
