import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, reported, stated, textAt } from '../json-answer.ts';
import type { Life } from '../life.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';
import { lifeNamed, refusalJson } from '../refusal.ts';

/**
 * Dropbox: the account tells who it is, and the refusal whether the token expired. The end itself stands only beside
 * the token when it is minted. A call without arguments is a POST of `null`.
 *
 * @see https://www.dropbox.com/developers/documentation/http/documentation#users-get_current_account
 * @see https://github.com/dropbox/dropbox-api-spec/blob/main/users.stone (`get_current_account`)
 */
export const dropbox: GrantProvider = {
  name: 'dropbox',
  answersAt: (host) => host.endsWith('.dropboxapi.com'),
  home: 'https://api.dropboxapi.com',
  questions: ({ base }) => [
    {
      method: 'POST',
      url: `${base}/2/users/get_current_account`,
      headers: { 'content-type': 'application/json' },
      body: 'null',
      read: readAccount,
    },
  ],
  implies: () => [],
};

/**
 * `missing_scope` is a living token's; `invalid_access_token` a revoked one's as well as one that never was.
 *
 * @see https://github.com/froemken/dropbox/issues/23
 * @see https://github.com/dropbox/dbxcli/issues/154
 */
const LIVES: Readonly<Record<string, Life>> = { expired_access_token: 'expired', missing_scope: 'alive' };

function readAccount(answer: ObservedResponse): GrantReading {
  const account = textAt(jsonOf(answer), 'account_id');
  if (account?.startsWith('dbid:')) {
    return reported({ life: alive(answer), identity: stated(account, 'body account_id') });
  }
  const tag = answer.status === 401 ? textAt(refusalJson(answer), 'error', '.tag') : undefined;
  return reported({ life: lifeNamed(tag, LIVES, 'body error') });
}
