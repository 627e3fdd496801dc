import type { Provider } from './provider.ts';

/**
 * Kraken's errors, which come with status 200: severity, category, colon and text.
 *
 * @see https://docs.kraken.com/exchange/guides/general/errors
 * @see https://github.com/krakenfx/kraken-cli/issues/34
 */
export const kraken: Provider = {
  name: 'kraken',
  hosts: ['kraken.com'],
  sentences: [
    { cause: 'credential-invalid', when: /^eapi:invalid key\b/ },
    { cause: 'signature-invalid', when: /^eapi:invalid (?:nonce|signature)\b/ },
    { cause: 'rate-limited', when: /^egeneral:temporary lockout\b/ },
  ],
  remedies: {
    'permission-denied': 'Edit the key\'s permissions under Settings, API; a wrong key says "Invalid key" instead.',
    'rate-limited': 'A temporary lockout follows many calls with an invalid key: stop them first, then wait.',
  },
};
