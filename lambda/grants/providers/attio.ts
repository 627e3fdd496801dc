import type { ObservedResponse } from '../../request/observation.ts';
import { epochAt, nameAt } from '../facts-at.ts';
import { booleanAt, jsonOf, reported, stated, textAt, valueAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import { type GrantReading, scopesIn } from '../reading.ts';

/**
 * Attio: a token may introspect itself; of one that is no longer good the answer is 200 with `active` false.
 *
 * @see https://docs.attio.com/docs/oauth/introspect
 * @see https://docs.attio.com/rest-api/endpoint-reference/meta/identify
 */
export const attio: GrantProvider = {
  name: 'attio',
  answersAt: (host) => host === 'api.attio.com',
  home: 'https://api.attio.com',
  questions: ({ base }) => [{ url: `${base}/v2/self`, read: readSelf }],
  implies: (scope) => {
    const [, resource] = /^(.+):read-write$/.exec(scope) ?? [];
    return resource === undefined ? [] : [`${resource}:read`];
  },
};

function readSelf(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const active = booleanAt(body, 'active');
  if (active === false) return reported({ life: stated('ended', 'body active', 'false') });
  if (active === undefined || textAt(body, 'workspace_id') === undefined) return reported({});
  const listed = valueAt(body, 'scope');
  const scopes = typeof listed === 'string' ? scopesIn(listed.split(' ')) : undefined;
  return reported({
    life: stated('alive', 'body active', 'true'),
    expiresAt: epochAt(body, 'exp'),
    issuedAt: epochAt(body, 'iat'),
    scopes: stated(scopes, 'body scope', scopes?.join(' ')),
    identity: nameAt(body, 'workspace_id'),
  });
}
