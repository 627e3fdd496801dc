import type { Provider } from './provider.ts';

/**
 * Stripe, whose sentences say it all.
 *
 * @see https://docs.stripe.com/api/authentication
 */
export const stripe: Provider = {
  name: 'stripe',
  hosts: ['stripe.com'],
  fields: ['stripe-version'],
  remedies: {
    'credential-invalid':
      'Test and live mode have keys of their own, in the Dashboard. See https://docs.stripe.com/api/authentication',
    'scope-missing': "Edit the restricted key's permissions in the Dashboard.",
  },
};
