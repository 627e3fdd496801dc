import type { Provider } from './provider.ts';

/**
 * Mailgun says "Forbidden" with a 401 for a wrong key, a wrong domain and the wrong region alike.
 *
 * @see https://github.com/mailgun/mailgun.js/issues/207
 */
export const mailgun: Provider = {
  name: 'mailgun',
  hosts: ['mailgun.net'],
  sentences: [{ cause: 'permission-denied', when: /\bsandbox\b.{0,120}\bnot allowed to send\b/ }],
  remedies: {
    'credential-invalid':
      'Check the region too: a domain of the EU answers at api.eu.mailgun.net only. See https://github.com/mailgun/mailgun.js/issues/207',
    'permission-denied': 'A sandbox domain sends to its authorised recipients only.',
  },
};
