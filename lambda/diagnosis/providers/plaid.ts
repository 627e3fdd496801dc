import type { Provider } from './provider.ts';

/**
 * Plaid's codes, most with status 400; the numbers are those of its old API.
 *
 * @see https://plaid.com/docs/errors/invalid-input
 * @see https://plaid.com/docs/link/update-mode/
 * @see https://github.com/plaid/pattern/issues/246
 * @see https://github.com/plaid/support/pull/111
 */
export const plaid: Provider = {
  name: 'plaid',
  hosts: ['plaid.com'],
  sentences: [{ cause: 'feature-unavailable', when: /\bclient is not authorized to access the following products\b/ }],
  codesAt: /^(?:error_)?code$/,
  codes: {
    '1104': 'feature-unavailable',
    '1109': 'credential-invalid',
    item_login_required: 'step-up-required',
  },
  remedies: {
    'step-up-required':
      "It is the bank's login that ended, not your key: send the user through Link in update mode. See https://plaid.com/docs/link/update-mode/",
    'feature-unavailable':
      'Ask for the product: https://dashboard.plaid.com/support/new/product-and-development/product-troubleshooting/request-product-access',
  },
};
