import type { Provider } from './provider.ts';

const STATUSES: ReadonlySet<unknown> = new Set([
  'Unauthenticated',
  'Device Unauthorized',
  'Client Certificate Required',
]);

/**
 * Pomerium in front of an application; a missing client certificate and a refused device have statuses of their own.
 *
 * @see https://github.com/pomerium/pomerium/blob/main/authorize/check_response.go
 */
export const pomerium: Provider = {
  name: 'pomerium',
  wrote: ({ leaves }) =>
    leaves.length === 2 &&
    leaves.some(({ path }) => path === 'request_id') &&
    leaves.some(({ path, value }) => path === 'error' && STATUSES.has(value)),
  remedies: {
    'credential-missing':
      'It lets sessions of its identity provider pass; an API client needs a service account of its own.',
  },
};
