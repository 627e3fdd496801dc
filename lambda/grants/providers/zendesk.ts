import type { ObservedResponse } from '../../request/observation.ts';
import { isoTime } from '../iso-time.ts';
import { alive, jsonOf, numberAt, reported, stated, textAt, textsAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import { type GrantReading, scopesIn } from '../reading.ts';

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
  const user = numberAt(body, 'token', 'user_id');
  const scopes = textsAt(body, 'token', 'scopes');
  if (user === undefined || scopes === undefined) return { source: 'reported' };
  const [expires, created] = [textAt(body, 'token', 'expires_at'), textAt(body, 'token', 'created_at')];
  return reported({
    life: alive(answer),
    expiresAt: stated(isoTime(expires), 'body token.expires_at', expires),
    issuedAt: stated(isoTime(created), 'body token.created_at', created),
    scopes: stated(scopesIn(scopes), 'body token.scopes', scopes.join(' ')),
    identity: stated(String(user), 'body token.user_id'),
  });
}

function readUser(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const id = numberAt(body, 'user', 'id');
  if (id === undefined || textAt(body, 'user', 'role') === undefined) return { source: 'reported' };
  return reported({ life: alive(answer), identity: stated(String(id), 'body user.id') });
}
