import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, reported, stated, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * Linear: GraphQL tells whom a key or token speaks for; its scopes are told when it is minted alone.
 *
 * @see https://linear.app/developers/graphql
 */
export const linear: GrantProvider = {
  name: 'linear',
  answersAt: (host) => host === 'api.linear.app',
  home: 'https://api.linear.app',
  questions: ({ base }) => [
    {
      method: 'POST',
      url: `${base}/graphql`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ viewer { id } }' }),
      read: readViewer,
    },
  ],
  implies: () => [],
};

function readViewer(answer: ObservedResponse): GrantReading {
  const id = textAt(jsonOf(answer), 'data', 'viewer', 'id');
  return id === undefined
    ? reported({})
    : reported({ life: alive(answer), identity: stated(id, 'body data.viewer.id') });
}
