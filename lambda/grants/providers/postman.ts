import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, numberAt, reported, stated, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * Postman: a key may ask for its user; it may do what that user may.
 *
 * @see https://learning.postman.com/api-docs/api-reference/users/get-authenticated-user
 */
export const postman: GrantProvider = {
  name: 'postman',
  answersAt: (host) => host === 'api.getpostman.com' || host === 'api.postman.com',
  home: 'https://api.getpostman.com',
  questions: ({ base }) => [{ url: `${base}/me`, read: readMe }],
  implies: () => [],
};

function readMe(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const id = textAt(body, 'user', 'username') === undefined ? undefined : numberAt(body, 'user', 'id');
  return id === undefined ? reported({}) : reported({ life: alive(answer), identity: stated(`${id}`, 'body user.id') });
}
