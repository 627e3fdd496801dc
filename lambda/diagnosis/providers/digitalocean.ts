import type { Provider } from './provider.ts';

/**
 * DigitalOcean, which says "You do not have access for the attempted action" to a token without the scope.
 *
 * @see https://docs.digitalocean.com/reference/api/create-personal-access-token (scopes)
 * @see https://github.com/digitalocean/action-doctl/issues/83
 * @see https://github.com/ansible-collections/community.digitalocean/issues/375
 * @see https://github.com/janeczku/rancher-letsencrypt/issues/58
 */
export const digitalocean: Provider = {
  name: 'digitalocean',
  hosts: ['digitalocean.com'],
  remedies: {
    'permission-denied':
      'Mostly it is the token that lacks a scope or may only read: make one with the scopes that the call needs: https://docs.digitalocean.com/reference/api/create-personal-access-token',
    'scope-missing': 'See https://docs.digitalocean.com/reference/api/create-personal-access-token',
    'credential-invalid':
      'A token that has ended disappears from the list: https://docs.digitalocean.com/reference/api/create-personal-access-token',
  },
};
