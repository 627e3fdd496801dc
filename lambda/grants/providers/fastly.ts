import type { ObservedResponse } from '../../request/observation.ts';
import { nameAt, timeAt } from '../facts-at.ts';
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
  const identity = nameAt(json, 'user_id') ?? nameAt(json, 'customer_id');
  const scopes = textsAt(json, 'scopes') ?? textAt(json, 'scope')?.split(' ');
  if (textAt(json, 'id') === undefined || identity === undefined || scopes === undefined) return reported({});
  return reported({
    life: alive(answer),
    expiresAt: timeAt(json, 'expires_at'),
    issuedAt: timeAt(json, 'created_at'),
    scopes: stated(scopesIn(scopes), 'body scopes', scopes.join(' ')),
    identity,
  });
}
