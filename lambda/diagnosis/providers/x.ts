import type { Provider } from './provider.ts';

/**
 * X: numbers of version 1.1, and the problem types of version 2. Many of the numbers speak of the target, such as a
 * protected account, and not of the caller.
 *
 * @see https://developer.x.com/en/support/x-api/error-troubleshooting
 * @see https://developer.x.com/ja/docs/basics/response-codes
 * @see https://github.com/PLhery/node-twitter-api-v2/blob/master/src/types/errors.types.ts
 * @see https://rdoc.info/gems/twitter/Twitter/Error/Code
 */
export const x: Provider = {
  name: 'x',
  hosts: ['twitter.com', 'x.com'],
  sentences: [{ cause: 'rate-limited', when: /^enhance your calm\b/ }],
  codesAt: /^(?:errors\[\d{1,3}\]\.(?:code|type)|type|reason)$/,
  codes: {
    '32': 'credential-invalid',
    '63': 'permission-denied',
    '64': 'account-suspended',
    '88': 'rate-limited',
    '89': 'credential-invalid',
    '92': 'request-rejected',
    '93': 'scope-missing',
    '99': 'credential-invalid',
    '135': 'signature-invalid',
    '150': 'permission-denied',
    '161': 'quota-exceeded',
    '179': 'permission-denied',
    '185': 'quota-exceeded',
    '220': 'permission-denied',
    '226': 'waf-blocked',
    '231': 'step-up-required',
    '251': 'wrong-endpoint',
    '261': 'scope-missing',
    '326': 'step-up-required',
    '349': 'permission-denied',
    '415': 'request-rejected',
    '416': 'account-suspended',
    '417': 'request-rejected',
    '425': 'permission-denied',
    '433': 'permission-denied',
    'client-not-enrolled': 'feature-unavailable',
    'https://api.twitter.com/2/problems/oauth1-permissions': 'scope-missing',
    'https://api.twitter.com/2/problems/unsupported-authentication': 'credential-invalid',
    'https://api.twitter.com/2/problems/usage-capped': 'quota-exceeded',
    'https://api.twitter.com/2/problems/not-authorized-for-resource': 'permission-denied',
    'https://api.twitter.com/2/problems/disallowed-resource': 'permission-denied',
    'https://api.twitter.com/2/problems/resource-not-found': 'wrong-endpoint',
  },
  remedies: {
    'scope-missing':
      'Set the app to read and write under its user authentication settings, then regenerate access token and secret: older ones stay read-only. See https://developer.twitter.com/en/docs/apps/app-permissions',
    'credential-invalid':
      'Some endpoints take a user token only, not the app-only one. See https://developer.x.com/en/support/x-api/error-troubleshooting',
    'feature-unavailable':
      'Attach the app to a project and check its access level in the developer portal: https://developer.twitter.com/en/docs/projects/overview',
    'account-suspended': 'See https://developer.x.com/en/support/x-api/error-troubleshooting',
  },
};
