import type { ObservedResponse } from '../../request/observation.ts';
import { idAt } from '../facts-at.ts';
import { alive, jsonOf, reported, stated, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import { type GrantReading, type Stated, scopesIn } from '../reading.ts';

/**
 * Linode (Akamai): answers list the token's scopes. When it ends stands only in the list of all the user's tokens,
 * which does not tell which of them asks.
 *
 * @see https://techdocs.akamai.com/linode-api/reference/get-started#oauth
 * @see https://techdocs.akamai.com/linode-api/reference/get-profile
 */
export const linode: GrantProvider = {
  name: 'linode',
  aliases: ['akamai-cloud'],
  answersAt: (host) => host === 'api.linode.com',
  home: 'https://api.linode.com',
  read(response) {
    return reported({ scopes: scopesHeader(response) });
  },
  questions: ({ base }) => [{ url: `${base}/v4/profile`, read: readProfile, tellsLife: false }],
  implies: (scope) => (scope.endsWith(':read_write') ? [scope.replace(/write$/, 'only')] : []),
};

/** A token with `*` has every scope, those that are yet to come too: that is no list to compare with. */
function scopesHeader({ status, headers }: ObservedResponse): Stated<readonly string[]> | undefined {
  const header = headers['x-oauth-scopes'];
  const scopes = header?.split(/[\s,]+/) ?? [];
  const isList = status < 300 && scopes.every((scope) => /^\w+:read_(?:only|write)$/.test(scope));
  return isList && header !== undefined ? stated(scopesIn(scopes), 'header x-oauth-scopes', header) : undefined;
}

function readProfile(answer: ObservedResponse): GrantReading {
  const json = jsonOf(answer);
  const identity = textAt(json, 'username') && textAt(json, 'email') ? idAt(json, 'uid') : undefined;
  if (identity === undefined) return reported({});
  return reported({
    life: alive(answer),
    scopes: scopesHeader(answer),
    identity,
  });
}
