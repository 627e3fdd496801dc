import type { Provider } from './provider.ts';

/**
 * Razorpay hides what an account may not call as a path that does not exist, with status 400.
 *
 * @see https://github.com/razorpay/razorpay-node/issues/315
 */
export const razorpay: Provider = {
  name: 'razorpay',
  hosts: ['razorpay.com'],
  sentences: [
    {
      cause: 'wrong-endpoint',
      when: /^the requested url was not found on the server\.?$/,
      confidence: 'likely',
    },
  ],
  remedies: {
    'wrong-endpoint': 'Where the path is right, the feature is not enabled for the account: ask its support for it.',
  },
};
