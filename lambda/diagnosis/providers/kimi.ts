import type { Provider } from './provider.ts';

/**
 * Kimi's coding plan knows its clients by their headers and calls the others' access terminated; nothing was.
 *
 * @see https://github.com/MoonshotAI/kimi-code/issues/413
 */
export const kimi: Provider = {
  name: 'kimi',
  hosts: ['api.kimi.com'],
  sentences: [{ cause: 'feature-unavailable', when: /\bonly available for coding agents\b/ }],
  remedies: {
    'feature-unavailable':
      'The coding plan serves the clients that the message names, and knows them by their headers.',
  },
};
