import type { Provider } from './provider.ts';

/**
 * GoCardless bank account data, once Nordigen: the end user's agreement ends, not the caller's token.
 *
 * @see https://github.com/actualbudget/actual/issues/3826
 * @see https://github.com/nordigen/nordigen-python/issues/13
 */
export const gocardless: Provider = {
  name: 'gocardless',
  hosts: ['gocardless.com'],
  sentences: [
    { cause: 'credential-expired', when: /\bend user agreement \(eua\) .{0,80}\bhas expired\b/ },
    { cause: 'feature-unavailable', when: /\byour company doesn't have permission to accept eua\b/ },
  ],
  remedies: {
    'credential-expired': 'It is the consent to the bank that ended: have the end user go through a new requisition.',
  },
};
