import type { Provider } from './provider.ts';

const PREFIX = /^invalid authentication method\. in order to authenticate, prefix the rest endpoint url with \/a\//;

/**
 * Calls with a credential go below `/a/`; a cookie gets this answer there too.
 *
 * @see https://github.com/SanderRonde/VSCode-Gerrit/issues/58
 * @see https://github.com/uwolfer/gerrit-intellij-plugin/issues/71
 */
export const gerrit: Provider = {
  name: 'gerrit',
  wrote: ({ messages }) => messages.some(({ plain }) => PREFIX.test(plain)),
  sentences: [{ cause: 'wrong-endpoint', when: PREFIX, confidence: 'likely' }],
  remedies: {
    'wrong-endpoint': 'Put `/a/` before the path; where `/a/` is there already, a cookie was sent in its place.',
  },
};
