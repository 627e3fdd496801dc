import type { ObservedResponse } from '../../request/observation.ts';
import { nameAt, scopesAt } from '../facts-at.ts';
import { alive, jsonOf, reported } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * Vultr: the account lists what its user's key may do. It has no id, only an address, which may change.
 *
 * @see https://www.vultr.com/api/#tag/account/operation/get-account
 * @see https://github.com/vultr/govultr/blob/master/account.go
 */
export const vultr: GrantProvider = {
  name: 'vultr',
  answersAt: (host) => host === 'api.vultr.com',
  home: 'https://api.vultr.com',
  questions: ({ base }) => [{ url: `${base}/v2/account`, read: readAccount, tellsLife: false }],
  implies: () => [],
};

function readAccount(answer: ObservedResponse): GrantReading {
  const json = jsonOf(answer);
  const scopes = scopesAt(json, 'account', 'acls');
  if (scopes === undefined) return reported({});
  return reported({ life: alive(answer), scopes, identity: nameAt(json, 'account', 'email') });
}
