import type { Provider } from './provider.ts';

/**
 * Intuit's numbers for QuickBooks Online. Left out are those that its text decides: 100, 3200 and 7001.
 *
 * @see https://developer.intuit.com/app/developer/qbo/docs/develop/troubleshooting/error-codes
 * @see https://github.com/ruckus/quickbooks-ruby/issues/321
 * @see https://github.com/frappe/erpnext/issues/29161
 */
export const quickbooks: Provider = {
  name: 'quickbooks',
  hosts: ['intuit.com'],
  codesAt: /\berror(?:\[\d{1,2}\]\.code|@code)$/i,
  codes: {
    '120': 'permission-denied',
    '3100': 'permission-denied',
    '6190': 'account-suspended',
  },
  remedies: {
    'permission-denied':
      'Check that company, host and keys are of one kind, sandbox or production, and that the user who connected the company still has rights in it. See https://developer.intuit.com/app/developer/qbo/docs/develop/troubleshooting/error-codes',
    'credential-invalid': 'Access tokens live for one hour: exchange the refresh token, then repeat the call.',
    'account-suspended': "The company's subscription or trial has ended; its owner has to renew it.",
  },
};
