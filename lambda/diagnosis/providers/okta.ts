import type { Provider } from './provider.ts';

/**
 * Okta's numbers; their sentences say little.
 *
 * @see https://developer.okta.com/docs/reference/error-codes/
 * @see https://developer.okta.com/okta-auth-java/2.0.6/apidocs/constant-values.html
 */
export const okta: Provider = {
  name: 'okta',
  hosts: ['okta.com', 'oktapreview.com'],
  fields: ['x-okta-request-id'],
  codesAt: /^errorCode$/,
  codes: {
    e0000004: 'credential-invalid',
    e0000006: 'permission-denied',
    e0000011: 'credential-invalid',
    e0000014: 'credential-invalid',
    e0000047: 'rate-limited',
    e0000068: 'credential-invalid',
    e0000069: 'account-suspended',
    e0000087: 'credential-invalid',
    e0000095: 'credential-invalid',
  },
  remedies: {
    'credential-invalid':
      "Compare the stored token or login with the organisation's. See https://developer.okta.com/docs/reference/error-codes/",
    'permission-denied':
      'Give the user behind the token an administrator role with this permission. See https://developer.okta.com/docs/reference/error-codes/',
    'account-suspended': 'An administrator unlocks the user in the directory.',
  },
};
