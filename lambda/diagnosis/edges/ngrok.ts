import type { Edge } from './edge.ts';

/**
 * ngrok's numbered errors, on its pages and in its API's JSON; only those that refuse are marks.
 *
 * @see https://ngrok.com/docs/errors
 * @see https://github.com/KURO-CODE/Skeleton/issues/5 (3208)
 */
export const ngrok: Edge = {
  name: 'ngrok',
  marks: [{ body: /\berr_ngrok_(?:108|115|120|220|1212|1806|3203|3208|9017|22001)\b/, json: true }],
  says: [
    ['ip-not-allowed', /\berr_ngrok_(?:115|220|1212|3203)\b/],
    ['account-suspended', /\berr_ngrok_3208\b/],
    ['geo-blocked', /\berr_ngrok_22001\b/],
    ['feature-unavailable', /\berr_ngrok_(?:1806|9017)\b/],
    ['quota-exceeded', /\berr_ngrok_108\b/],
    ['request-rejected', /\berr_ngrok_120\b/],
  ],
  remedies: {
    'ip-not-allowed': 'An IP policy or restriction is set: https://dashboard.ngrok.com/ip-restrictions',
    'account-suspended': 'The account behind this host name is banned: only its owner can settle that.',
  },
};
