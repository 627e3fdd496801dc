import type { Provider } from './provider.ts';

/**
 * Hetzner Cloud, where `locked` and `protected` are states of a resource, and no rights.
 *
 * @see https://hexdocs.pm/ex_hcloud/HetznerCloud.RequestError.html
 * @see https://github.com/hetznercloud/cli/issues/159
 */
export const hetzner: Provider = {
  name: 'hetzner',
  hosts: ['hetzner.cloud'],
  codesAt: /^error\.code$/,
  codes: {
    forbidden: 'permission-denied',
    locked: 'request-rejected',
    maintenance: 'request-rejected',
    protected: 'request-rejected',
    rate_limit_exceeded: 'rate-limited',
    resource_limit_exceeded: 'quota-exceeded',
  },
  remedies: {
    'credential-invalid':
      'Copy the token when it is made: the 32 characters that are shown later are only its beginning.',
    'permission-denied': 'A token that may only read cannot change anything: make one that may write.',
    'request-rejected': 'Wait for the running action, or take the protection off the resource.',
  },
};
