import type { ObservedResponse } from '../../request/observation.ts';
import { nameAt, scopesAt, timeAt } from '../facts-at.ts';
import { alive, jsonOf, reported, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * Buildkite: a token of any scope may ask about itself. Of its user it tells no id, only an address, which may change.
 *
 * @see https://buildkite.com/docs/apis/rest-api/access-token
 */
export const buildkite: GrantProvider = {
  name: 'buildkite',
  answersAt: (host) => host === 'api.buildkite.com',
  home: 'https://api.buildkite.com',
  questions: ({ base }) => [{ url: `${base}/v2/access-token`, read: accessToken }],
  // Every scope stands for itself: to read and to write are granted apart.
  implies: () => [],
};

function accessToken(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const scopes = scopesAt(body, 'scopes');
  if (scopes === undefined || textAt(body, 'uuid') === undefined) return reported({});
  return reported({
    life: alive(answer),
    issuedAt: timeAt(body, 'created_at'),
    scopes,
    identity: nameAt(body, 'user', 'email'),
  });
}
