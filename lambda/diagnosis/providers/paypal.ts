import type { Provider } from './provider.ts';

/**
 * PayPal's issues about a merchant: `details[].issue` says more than `name`.
 *
 * @see https://developer.paypal.com/api/rest/troubleshooting/rest_not_authorized
 * @see https://developer.paypal.com/api/errors/not-authorized
 * @see https://github.com/paypal/PayPal-Android-SDK/issues/57
 * @see https://github.com/WebDevSimplified/paypal-checkout/issues/1
 */
export const paypal: Provider = {
  name: 'paypal',
  hosts: ['paypal.com'],
  fields: ['paypal-debug-id'],
  codes: {
    payee_account_not_verified: 'step-up-required',
    payee_account_restricted: 'account-suspended',
    payee_not_consented: 'permission-denied',
    unauthorized_payment: 'permission-denied',
  },
  requestIdFields: ['paypal-debug-id'],
  remedies: {
    'permission-denied':
      'Check that the app has this feature and that the payee consented to it: https://developer.paypal.com/api/rest/troubleshooting/rest_not_authorized',
    'step-up-required':
      'The payee has to verify the account: https://developer.paypal.com/api/rest/troubleshooting/rest_not_authorized',
    'account-suspended': 'The merchant has to lift the restriction in the PayPal account.',
  },
};
