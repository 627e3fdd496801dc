import type { Provider } from './provider.ts';

/**
 * The Movie Database's numbers; "Authentication failed" is two of them, of which one is about permissions.
 *
 * @see https://developer.themoviedb.org/docs/errors
 */
export const tmdb: Provider = {
  name: 'tmdb',
  hosts: ['themoviedb.org'],
  codesAt: /^status_code$/,
  codes: {
    '3': 'permission-denied',
    '7': 'credential-invalid',
    '8': 'request-rejected',
    '10': 'account-suspended',
    '14': 'credential-invalid',
    '25': 'rate-limited',
    '26': 'credential-missing',
    '30': 'credential-invalid',
    '31': 'account-suspended',
    '32': 'step-up-required',
    '33': 'credential-invalid',
    '35': 'credential-invalid',
    '36': 'scope-missing',
    '38': 'permission-denied',
    '39': 'permission-denied',
    '41': 'step-up-required',
    '42': 'wrong-endpoint',
    '45': 'account-suspended',
  },
  remedies: {
    'scope-missing': 'Have the user approve the token for writing. See https://developer.themoviedb.org/docs/errors',
    'step-up-required':
      'The user has to confirm the mail address, or approve the request token. See https://developer.themoviedb.org/docs/errors',
  },
};
