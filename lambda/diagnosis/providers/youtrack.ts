import { textAt } from '../reading/json.ts';
import type { Provider } from './provider.ts';

/**
 * YouTrack and the Hub behind it: a token is granted for services, which stand as names or as ids.
 *
 * @see https://github.com/JetBrains/YouTrackSharp/issues/116
 */
export const youtrack: Provider = {
  name: 'youtrack',
  hosts: ['myjetbrains.com'],
  wrote: ({ json }) => textAt(json, 'error_developer_message') !== undefined,
  sentences: [{ cause: 'scope-missing', when: /token is granted for \[[^\]]{0,200}\] and can't be used for / }],
  remedies: {
    'scope-missing':
      'Create the token again with the scope of this service; `0-0-0-0-0` is Hub itself, whose scope is "YouTrack Administration".',
  },
};
