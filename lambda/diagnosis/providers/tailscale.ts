import type { Provider } from './provider.ts';

/**
 * Tailscale's API, whose text never names the scope; it may also mean that a client secret was sent as a token.
 *
 * @see https://github.com/tailscale/github-action/issues/301
 * @see https://github.com/tailscale/github-action/issues/100
 * @see https://github.com/tailscale/tailscale/issues/15969
 */
export const tailscale: Provider = {
  name: 'tailscale',
  hosts: ['api.tailscale.com'],
  sentences: [
    { cause: 'permission-denied', when: /^calling actor does not have enough permissions to perform this function/ },
    { cause: 'permission-denied', when: /^user does not have access to this operation/ },
  ],
  remedies: {
    'permission-denied':
      'For an OAuth client, look at its scopes, with write where the call writes, and exchange its secret for a token: https://tailscale.com/docs/features/oauth-clients',
  },
};
