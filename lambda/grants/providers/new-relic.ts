import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, numberAt, reported, stated } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * New Relic: GraphQL tells whom a user key speaks for; it may do what that user may. A license key only sends data and
 * cannot be asked about.
 *
 * @see https://docs.newrelic.com/docs/apis/nerdgraph/get-started/introduction-new-relic-nerdgraph/
 * @see https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/
 */
export const newRelic: GrantProvider = {
  name: 'new-relic',
  aliases: ['newrelic'],
  answersAt: (host) => /^api\.(?:(?:eu|jp)\.)?newrelic\.com$/.test(host),
  questions: ({ base, token }) =>
    token?.endsWith('NRAL')
      ? []
      : [
          {
            method: 'POST',
            url: `${base}/graphql`,
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ query: '{ actor { user { id } } }' }),
            read: readActor,
          },
        ],
  implies: () => [],
};

function readActor(answer: ObservedResponse): GrantReading {
  const id = numberAt(jsonOf(answer), 'data', 'actor', 'user', 'id');
  if (id === undefined) return reported({});
  return reported({ life: alive(answer), identity: stated(String(id), 'body data.actor.user.id') });
}
