import type { Provider } from './provider.ts';

/**
 * Spotify: a subscription that is missing, of the user or of the app's owner, and users whom an app in development does
 * not list.
 *
 * @see https://github.com/spotify/web-api/issues/1219
 * @see https://github.com/bjarneo/cliamp/issues/74
 * @see https://github.com/JohnnyCrazy/SpotifyAPI-NET/issues/700
 */
export const spotify: Provider = {
  name: 'spotify',
  hosts: ['spotify.com'],
  sentences: [
    { cause: 'feature-unavailable', when: /^active premium subscription required/ },
    { cause: 'geo-blocked', when: /\bspotify is unavailable in this country/ },
    { cause: 'permission-denied', when: /user not registered in the developer dashboard/ },
  ],
  codesAt: /^error\.reason$/,
  codes: { premium_required: 'feature-unavailable' },
  remedies: {
    'permission-denied':
      'While the app is in development mode, add the user under User Management in its settings of the Developer Dashboard.',
    'feature-unavailable':
      'Use an account with Premium; if it has it, check that the token has the scopes of the player.',
  },
};
