import type { Provider } from './provider.ts';

/**
 * Etsy's ways of saying that half of a credential is missing.
 *
 * @see https://github.com/PipedreamHQ/pipedream/issues/20010
 * @see https://github.com/rhysnhall/etsy-php-sdk/issues/13
 */
export const etsy: Provider = {
  name: 'etsy',
  hosts: ['etsy.com'],
  sentences: [
    { cause: 'credential-missing', when: /\bshared secret is required in x-api-key header\b/ },
    { cause: 'credential-invalid', when: /\bno user was provided as part of the bearer token\b/ },
  ],
  remedies: {
    'credential-missing': 'The header x-api-key takes "keystring:shared_secret" since February 2026.',
  },
};
