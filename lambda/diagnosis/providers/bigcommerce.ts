import type { Provider } from './provider.ts';

/**
 * BigCommerce's ways of saying that a token lacks a scope.
 *
 * @see https://github.com/bigcommerce/bigcommerce-api-ruby/issues/134
 * @see https://github.com/bigcommerce/api/issues/95
 */
export const bigcommerce: Provider = {
  name: 'bigcommerce',
  hosts: ['bigcommerce.com'],
  sentences: [{ cause: 'scope-missing', when: /\byour scope does not include this resource\b/ }],
  remedies: {
    'scope-missing':
      "A path that this API version does not have is refused with the same words: check it before the API account's scopes.",
    'credential-missing': 'A mere slash at the end of a v3 path gives this answer too.',
  },
};
