import { at, textAt } from '../reading/json.ts';
import type { Provider } from './provider.ts';

/**
 * Rocket.Chat, which anyone may run. Its "unauthorized" always means a missing permission, whichever status it has.
 *
 * @see https://github.com/RocketChat/Rocket.Chat/issues/41589
 */
export const rocketChat: Provider = {
  name: 'rocket-chat',
  wrote: ({ json }) => at(json, 'success') === false && /\[error-[a-z-]{3,60}\]$/.test(textAt(json, 'error') ?? ''),
  sentences: [{ cause: 'permission-denied', when: /\[error-(?:not-authorized|unauthorized)\]$/ }],
  codesAt: /^(?:error|errorType)$/,
  codes: {
    'error-not-authorized': 'permission-denied',
    'error-unauthorized': 'permission-denied',
  },
};
