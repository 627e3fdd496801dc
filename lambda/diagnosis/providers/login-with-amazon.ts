import type { Provider } from './provider.ts';

/**
 * Amazon's token endpoint, behind the Selling Partner API among others.
 *
 * @see https://github.com/amzn/selling-partner-api-docs/issues/2379
 */
export const loginWithAmazon: Provider = {
  name: 'login-with-amazon',
  hosts: ['api.amazon.com'],
  sentences: [
    {
      cause: 'credential-revoked',
      when: /invalid grant parameter : refresh_token\. user may have revoked or didn't grant the permission/,
      confidence: 'likely',
    },
  ],
  remedies: {
    'credential-revoked': 'Have the user, for the Selling Partner API the seller, authorise the app again.',
    'credential-invalid': 'The refresh token belongs to one client: check client id and secret, then authorise again.',
  },
};
