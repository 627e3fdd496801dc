import type { Provider } from './provider.ts';

/**
 * Two or three words are the whole body.
 *
 * @see https://github.com/Lujeni/matterllo/issues/30
 * @see https://github.com/jchrom/trelloR/issues/3
 */
export const trello: Provider = {
  name: 'trello',
  hosts: ['trello.com'],
  sentences: [
    { cause: 'credential-invalid', when: /^invalid (?:key|token)$/ },
    { cause: 'credential-expired', when: /^expired token$/ },
  ],
  remedies: {
    'credential-invalid': 'A call needs a key and a token; both start at https://trello.com/app-key',
    'credential-expired': 'Authorise again with the key from https://trello.com/app-key',
  },
};
