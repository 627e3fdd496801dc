import type { Provider } from './provider.ts';

/**
 * Twitch, which answers 401 to a missing scope.
 *
 * @see https://github.com/twitchdev/issues/issues/353
 */
export const twitch: Provider = {
  name: 'twitch',
  hosts: ['twitch.tv'],
  sentences: [
    { cause: 'feature-unavailable', when: /^channel points are not available for the broadcaster/ },
    { cause: 'credential-invalid', when: /^client id and oauth token do not match/ },
  ],
  remedies: {
    'credential-invalid': 'The Client-Id has to be the one of the app for which the token was issued.',
    'scope-missing': 'Have the user authorise the app again with one of these scopes.',
  },
};
