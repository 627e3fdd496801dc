import { textAt } from '../reading/json.ts';
import type { Provider } from './provider.ts';

/**
 * Hasura shows a role only what it may select, so a table without permission looks as if it did not exist.
 *
 * @see https://github.com/hasura/graphql-engine/issues/7670
 * @see https://github.com/hasura/graphql-engine/issues/8430
 * @see https://github.com/hasura/graphql-engine/issues/1379
 */
export const hasura: Provider = {
  name: 'hasura',
  wrote: ({ json }) =>
    textAt(json, 'errors', 0, 'extensions', 'path')?.startsWith('$') === true &&
    textAt(json, 'errors', 0, 'extensions', 'code') !== undefined,
  sentences: [
    {
      cause: 'permission-denied',
      when: /^field ['"][\w-]{1,100}['"] not found in type: ['"](?:query|mutation|subscription)_root['"]/,
      confidence: 'possible',
    },
  ],
  remedies: {
    'permission-denied':
      'Give the role permission on the table in the Hasura console; where it has that, compare the name and what is tracked.',
  },
};
