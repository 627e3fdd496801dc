import type { Provider } from './provider.ts';

/**
 * The numbers of Zoho's old API.
 *
 * @see https://www.zoho.com/developer/help/api/error-messages.html
 */
export const zoho: Provider = {
  name: 'zoho',
  hosts: ['zoho.com', 'zohoapis.com'],
  codesAt: /(?:^|\.)error\.code$/,
  codes: {
    '401': 'permission-denied',
    '401.1': 'permission-denied',
    '401.2': 'permission-denied',
    '401.3': 'permission-denied',
    '4001': 'permission-denied',
    '4101': 'feature-unavailable',
    '4102': 'feature-unavailable',
    '4421': 'quota-exceeded',
    '4502': 'feature-unavailable',
    '4820': 'rate-limited',
    '4834': 'credential-invalid',
    '4890': 'credential-invalid',
  },
};
