import type { Provider } from './provider.ts';

/**
 * LinkedIn. "Not enough permissions" names the resource and never the scope, so that the wording alone decides.
 *
 * @see https://learn.microsoft.com/en-us/linkedin/shared/api-guide/versioning
 * @see https://github.com/airbytehq/airbyte/issues/74240
 * @see https://github.com/linkedin-developers/linkedin-api-js-client/issues/35
 */
export const linkedin: Provider = {
  name: 'linkedin',
  hosts: ['linkedin.com'],
  codesAt: /^code$/,
  codes: { nonexistent_version: 'wrong-endpoint' },
  remedies: {
    'permission-denied':
      'Most often the token lacks a scope: request the product with it under Products of the app in the developer portal, then have the member log in again.',
    'scope-missing':
      'Request the product with that scope under Products of the app in the developer portal, then have the member log in again.',
    'wrong-endpoint':
      'Send a LinkedIn-Version that is still active: each lives about a year. See https://learn.microsoft.com/en-us/linkedin/shared/api-guide/versioning',
  },
};
