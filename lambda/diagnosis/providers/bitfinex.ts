import type { Provider } from './provider.ts';

/**
 * Bitfinex's short forms, which come with status 500 as `["error", number, text]`.
 *
 * @see https://github.com/bitfinexcom/bitfinex-api-py/issues/120
 * @see https://github.com/JKorf/Bitfinex.Net/issues/7
 */
export const bitfinex: Provider = {
  name: 'bitfinex',
  hosts: ['bitfinex.com'],
  sentences: [
    { cause: 'signature-invalid', when: /^nonce: small$/ },
    { cause: 'credential-invalid', when: /^apikey: invalid$/, confidence: 'likely' },
  ],
  remedies: {
    'signature-invalid':
      'The nonce of a key has to grow with each call, so give each program that runs at the same time a key of its own.',
  },
};
