import type { Provider } from './provider.ts';

/**
 * TeamCity, known by the field of its nodes and by the first line of its plain text.
 *
 * @see https://github.com/JetBrains/teamcity-cli/issues/427
 * @see https://github.com/stack72/TeamCitySharp/issues/105
 */
export const teamcity: Provider = {
  name: 'teamcity',
  fields: ['teamcity-node-id'],
  wrote: ({ messages }) =>
    messages.some(({ plain }) => plain.startsWith('error has occurred during request processing (')),
  remedies: {
    'permission-denied':
      'An access token can be narrowed below what its user may do: look at the token first, then at the roles of the user.',
  },
};
