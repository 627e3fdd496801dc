import type { Provider } from './provider.ts';

/**
 * YaCy, a search engine that is a proxy too.
 *
 * @see https://github.com/yacy/yacy_search_server/issues/48
 */
export const yacy: Provider = {
  name: 'yacy',
  wrote: ({ body }) => body.includes('proxy use not allowed (see Advanced Settings'),
  sentences: [
    { cause: 'feature-unavailable', when: /proxy use not allowed \(see advanced settings [^)]{1,100}switched off\)/ },
  ],
  remedies: { 'feature-unavailable': 'Switch it on under Advanced Settings > HTTP Networking > Transparent Proxy.' },
};
