import type { Provider } from './provider.ts';

/**
 * Twilio's numbers; "region" in its sentences is where a message goes, not where the caller is.
 *
 * @see https://www.twilio.com/docs/api/errors/20403
 * @see https://www.twilio.com/docs/api/errors/20005
 * @see https://www.twilio.com/docs/api/errors/10002
 * @see https://www.twilio.com/docs/api/errors/21608
 * @see https://github.com/sfreiberg/gotwilio/issues/17 (21408)
 */
export const twilio: Provider = {
  name: 'twilio',
  hosts: ['twilio.com'],
  codesAt: /^code$/,
  codes: {
    '10001': 'account-suspended',
    '10002': 'feature-unavailable',
    '20005': 'account-suspended',
    '20403': 'account-suspended',
    '20429': 'rate-limited',
    '21408': 'feature-unavailable',
    '21608': 'feature-unavailable',
    '21610': 'request-rejected',
  },
  remedies: {
    'credential-invalid': 'Compare account SID and auth token, or the pair of an API key, with those in the Console.',
    'account-suspended':
      'Look for a balance that ran out, then ask the support: https://www.twilio.com/docs/api/errors/20403',
    'feature-unavailable':
      'A trial reaches verified numbers only, and each country has to be enabled for messages: https://www.twilio.com/docs/api/errors/21608',
  },
};
