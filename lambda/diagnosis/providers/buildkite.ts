import type { Provider } from './provider.ts';

/**
 * @see https://github.com/buildkite/cli/pull/566
 * @see https://github.com/buildkite/docs/issues/689 (a bare 403 for a token with all scopes)
 */
export const buildkite: Provider = {
  name: 'buildkite',
  hosts: ['buildkite.com'],
  remedies: {
    'credential-invalid': 'Tokens are at https://buildkite.com/user/api-access-tokens',
    'scope-missing': 'Edit the scopes of the token at https://buildkite.com/user/api-access-tokens',
    unknown:
      'A bare 403 also comes to tokens with all scopes: check what the user behind the token may do in the organisation and pipeline.',
  },
};
