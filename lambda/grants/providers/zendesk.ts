import type { ObservedResponse } from '../../request/observation.ts';
import { idAt, scopesAt, timeAt } from '../facts-at.ts';
import { alive, jsonOf, reported, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * Zendesk: an OAuth token is told of in full, an API token has neither an end nor scopes. Who it is may be asked
 * without any credential too: then the user has no id.
 *
 * @see https://developer.zendesk.com/api-reference/ticketing/oauth/oauth_tokens/#show-token
 * @see https://developer.zendesk.com/api-reference/ticketing/users/users/#show-self
 */
export const zendesk: GrantProvider = {
  name: 'zendesk',
  answersAt: (host) => host.endsWith('.zendesk.com'),
  questions({ base, token }) {
    const user = { url: `${base}/api/v2/users/me.json`, read: readUser };
    const grant = { url: `${base}/api/v2/oauth/tokens/current.json`, read: readToken, tellsLife: false };
    return token === undefined ? [user] : [grant, user];
  },
  implies: impliedScopes,
};

const RESOURCES = [
  'tickets',
  'users',
  'auditlogs',
  'organizations',
  'hc',
  'apps',
  'triggers',
  'automations',
  'targets',
  'webhooks',
  'macros',
  'requests',
  'satisfaction_ratings',
  'dynamic_content',
  'any_channel',
  'web_widget',
] as const;

/** Access without a resource is to all of them; to write is not to read. */
function impliedScopes(scope: string): readonly string[] {
  if (scope !== 'read' && scope !== 'write') return [];
  return RESOURCES.map((resource) => `${resource}:${scope}`);
}

function readToken(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const identity = idAt(body, 'token', 'user_id');
  const scopes = scopesAt(body, 'token', 'scopes');
  if (identity === undefined || scopes === undefined) return { source: 'reported' };
  return reported({
    life: alive(answer),
    expiresAt: timeAt(body, 'token', 'expires_at'),
    issuedAt: timeAt(body, 'token', 'created_at'),
    scopes,
    identity,
  });
}

function readUser(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const identity = idAt(body, 'user', 'id');
  if (identity === undefined || textAt(body, 'user', 'role') === undefined) return { source: 'reported' };
  return reported({ life: alive(answer), identity });
}
