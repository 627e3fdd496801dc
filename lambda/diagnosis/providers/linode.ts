import type { Provider } from './provider.ts';

/**
 * Linode, which answers 401 to a token that lacks a scope.
 *
 * @see https://github.com/linode/linode-cli/issues/142
 * @see https://github.com/trailofbits/algo/pull/14348
 */
export const linode: Provider = {
  name: 'linode',
  hosts: ['linode.com'],
  sentences: [{ cause: 'scope-missing', when: /^your oauth token is not authorized to use this endpoint/ }],
  remedies: {
    'scope-missing':
      'Scopes are set when a token is made: make another one with this scope. See https://developers.linode.com/api/v4/profile-tokens-token-id/',
  },
};
