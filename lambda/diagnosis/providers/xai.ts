import type { Provider } from './provider.ts';

/**
 * xAI says "permission" when credits are gone: its `error` is a sentence, and that decides.
 *
 * @see https://console.x.ai (credits and limits)
 */
export const xai: Provider = {
  name: 'xai',
  hosts: ['x.ai'],
  sentences: [
    {
      cause: 'quota-exceeded',
      when: /\bdoesn't have any credits yet\b|\bused all available credits or reached its monthly spending limit\b/,
    },
    { cause: 'permission-denied', when: /\baccess to the chat endpoint is denied\b/ },
  ],
  remedies: {
    'permission-denied': "See the team's and the key's access at https://console.x.ai",
    'quota-exceeded': "Buy credits, or raise the team's spending limit at https://console.x.ai",
  },
};
