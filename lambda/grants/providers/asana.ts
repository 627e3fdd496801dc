import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, reported, stated, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * Asana: the user behind a token; a personal one has no end.
 *
 * @see https://github.com/Asana/asana-node-openapi-generator/blob/main/docs/UserResponse.md
 */
export const asana: GrantProvider = {
  name: 'asana',
  answersAt: (host) => host === 'app.asana.com',
  home: 'https://app.asana.com',
  questions: ({ base }) => [{ url: `${base}/api/1.0/users/me`, read: readUser }],
  implies: () => [],
};

function readUser(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const id = textAt(body, 'data', 'gid');
  if (textAt(body, 'data', 'resource_type') !== 'user' || id === undefined) return { source: 'reported' };
  return reported({ life: alive(answer), identity: stated(id, 'body data.gid') });
}
