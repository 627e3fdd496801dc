import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, numberAt, reported, stated, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * ClickUp: the user behind a token, which has no end.
 *
 * @see https://docs.rs/crate/clickup-cli/0.6.0/source/src/models/user.rs
 * @see https://developer.clickup.com/docs/authentication
 */
export const clickup: GrantProvider = {
  name: 'clickup',
  answersAt: (host) => host === 'api.clickup.com',
  home: 'https://api.clickup.com',
  questions: ({ base }) => [{ url: `${base}/api/v2/user`, read: readUser }],
  implies: () => [],
};

function readUser(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const id = numberAt(body, 'user', 'id');
  if (id === undefined || textAt(body, 'user', 'email') === undefined) return { source: 'reported' };
  return reported({ life: alive(answer), identity: stated(String(id), 'body user.id') });
}
