import type { Provider } from './provider.ts';

/**
 * Pomerium in front of an application; a missing client certificate and a refused device have statuses of their own.
 *
 * @see https://github.com/pomerium/pomerium/blob/main/authorize/check_response.go
 */
export const pomerium: Provider = {
  name: 'pomerium',
  wrote: ({ content, body, leaves }) =>
    content === 'json' &&
    leaves.length === 2 &&
    /^\s?\{"error":"(?:Unauthenticated|Device Unauthorized|Client Certificate Required)","request_id":/.test(body),
  remedies: {
    'credential-missing':
      'It lets sessions of its identity provider pass; an API client needs a service account of its own.',
  },
};
