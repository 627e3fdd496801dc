import type { ObservedResponse } from '../../request/observation.ts';
import { isoTime } from '../iso-time.ts';
import { alive, jsonOf, reported, stated, textAt, textsAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import { type GrantReading, scopesIn } from '../reading.ts';

/**
 * Fastly: a token may look at itself, whatever its scope.
 *
 * @see https://www.fastly.com/documentation/reference/api/auth-tokens/user/
 * @see https://github.com/fastly/go-fastly/blob/main/fastly/fixtures/tokens/get_self.yaml
 */
export const fastly: GrantProvider = {
  name: 'fastly',
  answersAt: (host) => host === 'api.fastly.com',
  home: 'https://api.fastly.com',
  questions: ({ base }) => [{ url: `${base}/tokens/self`, read: readToken }],
  implies: (scope) => (scope === 'global' ? ['global:read', 'purge_all', 'purge_select'] : []),
};

function readToken(answer: ObservedResponse): GrantReading {
  const json = jsonOf(answer);
  const identity =
    stated(textAt(json, 'user_id'), 'body user_id') ?? stated(textAt(json, 'customer_id'), 'body customer_id');
  const scopes = textsAt(json, 'scopes') ?? textAt(json, 'scope')?.split(' ');
  if (textAt(json, 'id') === undefined || identity === undefined || scopes === undefined) return reported({});
  const expiresAt = textAt(json, 'expires_at');
  const createdAt = textAt(json, 'created_at');
  return reported({
    life: alive(answer),
    expiresAt: stated(isoTime(expiresAt), 'body expires_at', expiresAt),
    issuedAt: stated(isoTime(createdAt), 'body created_at', createdAt),
    scopes: stated(scopesIn(scopes), 'body scopes', scopes.join(' ')),
    identity,
  });
}
