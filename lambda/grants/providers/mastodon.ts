import { parseJson } from '../../diagnosis/reading/json.ts';
import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, reported, stated, textAt } from '../json-answer.ts';
import type { Life } from '../life.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading, Stated } from '../reading.ts';

/**
 * Mastodon, run by anyone: any token may ask for the app that it is of, and a user's for its account. The scopes told
 * with the app are the app's and not the token's. A refusal says how the token ended; the API is not translated.
 *
 * @see https://docs.joinmastodon.org/methods/apps/#verify_credentials
 * @see https://docs.joinmastodon.org/methods/accounts/#verify_credentials
 * @see https://github.com/mastodon/mastodon/blob/main/config/locales/doorkeeper.en.yml (`invalid_token`)
 */
export const mastodon: GrantProvider = {
  name: 'mastodon',
  answersAt: (host) => host === 'mastodon.social' || host === 'mastodon.online',
  read: (response) => reported({ life: refusedLife(response) }),
  questions: ({ base }) => [
    { url: `${base}/api/v1/apps/verify_credentials`, read: readApp },
    { url: `${base}/api/v1/accounts/verify_credentials`, read: readAccount, tellsLife: false },
  ],
  implies: () => [],
};

function readApp(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const isApp = textAt(body, 'name') && typeof body === 'object' && body !== null && Object.hasOwn(body, 'website');
  return reported({ life: isApp ? alive(answer) : refusedLife(answer) });
}

function readAccount(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const id = textAt(body, 'acct') && textAt(body, 'id');
  if (!id) return reported({ life: refusedLife(answer) });
  return reported({ life: alive(answer), identity: stated(id, 'body id') });
}

const LIVES: Readonly<Record<string, Life>> = {
  'The access token expired': 'expired',
  'The access token was revoked': 'revoked',
};

function refusedLife({ status, body }: ObservedResponse): Stated<Life> | undefined {
  const error = status === 401 ? textAt(parseJson(body), 'error') : undefined;
  return error !== undefined && Object.hasOwn(LIVES, error) ? stated(LIVES[error], 'body error', error) : undefined;
}
