import type { Provider } from './provider.ts';

/**
 * Postmark, whose `ErrorCode` looks like a status and is none: 401 is an unconfirmed sender, 403 a broken body.
 *
 * @see https://postmarkapp.com/support/article/troubleshooting-422-unprocessable-entity-errors
 * @see https://gist.github.com/abhijit-hota/27f385c8bf90028adc893bdf91482547
 */
export const postmark: Provider = {
  name: 'postmark',
  hosts: ['postmarkapp.com'],
  codesAt: /^ErrorCode$/,
  codes: {
    '400': 'permission-denied',
    '401': 'permission-denied',
    '403': 'request-rejected',
    '405': 'quota-exceeded',
    '406': 'request-rejected',
    '412': 'feature-unavailable',
    '413': 'account-suspended',
    '429': 'rate-limited',
  },
  remedies: {
    'permission-denied':
      'Confirm the sender signature or the domain that the mail comes from: https://postmarkapp.com/support/article/troubleshooting-422-unprocessable-entity-errors',
    'feature-unavailable': 'The account still waits for its approval.',
  },
};
