import type { Provider } from './provider.ts';

/**
 * Algolia's sentences: "method" is a right of the key, not the HTTP method.
 *
 * @see https://github.com/algolia/docsearch-configs/issues/4407 (method)
 * @see https://github.com/mmistakes/minimal-mistakes/issues/1868 (index)
 * @see https://github.com/algolia/algoliasearch-client-javascript/issues/1157
 */
export const algolia: Provider = {
  name: 'algolia',
  hosts: ['algolia.net', 'algolianet.com'],
  sentences: [
    { cause: 'scope-missing', when: /^(?:method|index) not allowed with this api key\b/ },
    { cause: 'credential-invalid', when: /^invalid application-id or api key\b/ },
    { cause: 'account-suspended', when: /^this operation cannot be processed, the application is blocked\b/ },
  ],
  remedies: {
    'credential-invalid':
      'Application id and key have to belong together: https://www.algolia.com/account/api-keys/all',
    'scope-missing':
      "Edit the key's rights (ACL) and indices, or use a key that has them: https://www.algolia.com/account/api-keys/all",
  },
};
