import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, reported, stated, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * Box: who a token speaks for, the service account for one of an application's own. Its end stands only beside the
 * token when it is minted.
 *
 * @see https://developer.box.com/reference/get-users-me/
 */
export const box: GrantProvider = {
  name: 'box',
  answersAt: (host) => host === 'api.box.com' || host === 'upload.box.com',
  home: 'https://api.box.com',
  questions: ({ base }) => [{ url: `${base}/2.0/users/me`, read: readUser }],
  implies: () => [],
};

function readUser(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const id = textAt(body, 'id');
  if (textAt(body, 'type') !== 'user' || id === undefined) return { source: 'reported' };
  return reported({ life: alive(answer), identity: stated(id, 'body id') });
}
