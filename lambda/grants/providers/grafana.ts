import { parseJson } from '../../diagnosis/reading/json.ts';
import type { ObservedResponse } from '../../request/observation.ts';
import { idAt } from '../facts-at.ts';
import { alive, jsonOf, numberAt, reported, stated, textAt } from '../json-answer.ts';
import type { Life } from '../life.ts';
import type { GrantProvider } from '../provider.ts';
import { type GrantReading, type Stated, scopesIn } from '../reading.ts';

/**
 * Grafana, hosted and self-hosted: whoever is signed in, a service account too, may list what it may do, by action.
 * When a token ends is told to those who may list the tokens of the service account, never to the token itself; that
 * it has ended, and how, is in the refusal.
 *
 * @see https://github.com/grafana/grafana/blob/main/pkg/services/accesscontrol/api/api.go
 * @see https://github.com/grafana/grafana/blob/main/pkg/services/authn/clients/api_key.go
 * @see https://grafana.com/docs/grafana/latest/developers/http_api/user/
 */
export const grafana: GrantProvider = {
  name: 'grafana',
  answersAt: (host) => host.endsWith('.grafana.net'),
  read: (response) => reported({ life: refusedLife(response) }),
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
  if (entries.length === 0 || !isMap) return reported({ life: refusedLife(answer) });
  const actions = scopesIn(entries.map(([action]) => action));
  return reported({ life: alive(answer), scopes: stated(actions, 'body', actions?.join(' ')) });
}

function readUser(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const isUser = numberAt(body, 'orgId') !== undefined && textAt(body, 'login') !== undefined;
  const identity = isUser ? idAt(body, 'id') : undefined;
  return reported({ life: identity && alive(answer), identity });
}

const LIVES: Readonly<Record<string, Life>> = { 'api-key.expired': 'expired', 'api-key.revoked': 'revoked' };

function refusedLife({ status, body }: ObservedResponse): Stated<Life> | undefined {
  const id = status === 401 ? textAt(parseJson(body), 'messageId') : undefined;
  return id !== undefined && Object.hasOwn(LIVES, id) ? stated(LIVES[id], 'body messageId', id) : undefined;
}
