import type { Provider } from './provider.ts';

/**
 * Last.fm's numbers, in JSON and XML.
 *
 * @see https://hexdocs.pm/elixirfm/0.0.11/Elixirfm.RequestError.html
 * @see https://docs.rs/crate/lastfm/latest/source/src/error_response.rs
 */
export const lastfm: Provider = {
  name: 'lastfm',
  hosts: ['audioscrobbler.com'],
  codesAt: /^(?:error|lfm\.error@code)$/,
  codes: {
    '4': 'permission-denied',
    '9': 'credential-invalid',
    '10': 'credential-invalid',
    '12': 'feature-unavailable',
    '13': 'signature-invalid',
    '14': 'step-up-required',
    '17': 'credential-missing',
    '18': 'feature-unavailable',
    '26': 'credential-revoked',
    '29': 'rate-limited',
  },
  remedies: {
    'step-up-required': 'The user has to approve the token in the browser before it is exchanged.',
    'credential-invalid': 'For number 9, let the user authenticate again: the session key is no longer good.',
  },
};
