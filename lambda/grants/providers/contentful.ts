import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, reported, stated, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * Contentful's management API: a token may ask for its user; it may do what that user may. Keys of the delivery API
 * have hosts of their own and cannot be asked about.
 *
 * @see https://www.contentful.com/developers/docs/references/content-management-api/users/get-the-authenticated-user
 */
export const contentful: GrantProvider = {
  name: 'contentful',
  answersAt: (host) => host === 'api.contentful.com' || host === 'api.eu.contentful.com',
  questions: ({ base }) => [{ url: `${base}/users/me`, read: readMe }],
  implies: () => [],
};

function readMe(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const id = textAt(body, 'sys', 'type') === 'User' ? textAt(body, 'sys', 'id') : undefined;
  return id === undefined ? reported({}) : reported({ life: alive(answer), identity: stated(id, 'body sys.id') });
}
