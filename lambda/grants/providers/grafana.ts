import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, numberAt, reported, stated, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import { type GrantReading, scopesIn } from '../reading.ts';

/**
 * Grafana, hosted and self-hosted: whoever is signed in, a service account too, may list what it may do, by action.
 * When a token ends is told to those who may list the tokens of the service account, never to the token itself.
 *
 * @see https://github.com/grafana/grafana/blob/main/pkg/services/accesscontrol/api/api.go
 * @see https://grafana.com/docs/grafana/latest/developer-resources/api-reference/http-api/user/
 */
export const grafana: GrantProvider = {
  name: 'grafana',
  answersAt: (host) => host.endsWith('.grafana.net'),
  questions: ({ base }) => [
    { url: `${base}/api/access-control/user/permissions`, read: readPermissions },
    { url: `${base}/api/user`, read: readUser, tellsLife: false },
  ],
  implies: () => [],
};

const ACTION = /^[\w.-]+(?::[\w.-]+)+$/;

/** Actions as keys, each with the resources that it is allowed on. */
function readPermissions(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const entries = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  const isMap = entries.every(([action, scopes]) => ACTION.test(action) && Array.isArray(scopes));
  if (entries.length === 0 || !isMap) return reported({});
  const actions = scopesIn(entries.map(([action]) => action));
  return reported({ life: alive(answer), scopes: stated(actions, 'body', actions?.join(' ')) });
}

function readUser(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const login = numberAt(body, 'orgId') === undefined ? undefined : textAt(body, 'login');
  if (login === undefined) return reported({});
  return reported({ life: alive(answer), identity: stated(login, 'body login') });
}
