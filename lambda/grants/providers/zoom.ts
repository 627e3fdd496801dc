import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, numberAt, reported, stated, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';
import { refusalJson } from '../refusal.ts';

/**
 * Zoom: the user behind the token, for a server-to-server app the owner of the account. A token is a JWT that tells its
 * own end. The status of a refusal says little: a token without the scope is refused with 400 and 401 too.
 *
 * @see https://developers.zoom.us/docs/api/users/
 * @see https://github.com/JubaerHossain/zoom-laravel/issues/15
 * @see https://github.com/tl-its-umich-edu/remote-office-hours-queue/issues/512
 */
export const zoom: GrantProvider = {
  name: 'zoom',
  answersAt: (host) => host === 'api.zoom.us',
  home: 'https://api.zoom.us',
  questions: ({ base }) => [{ url: `${base}/v2/users/me`, read: readUser }],
  implies: () => [],
};

function readUser(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const who = [textAt(body, 'account_id'), textAt(body, 'id')];
  if (who.includes(undefined)) return readRefusal(answer);
  return reported({ life: alive(answer), identity: stated(who.join('/'), 'body account_id, id') });
}

const EXPIRED = /^access token is expired\b/i;
const LACKS_SCOPE = /^invalid access token, does not contain scopes?\b/i;

/** 124 stands for every token that is not taken; only its sentence says that one expired. */
function readRefusal(answer: ObservedResponse): GrantReading {
  const refusal = refusalJson(answer);
  const code = numberAt(refusal, 'code');
  const message = textAt(refusal, 'message') ?? '';
  const expired = code === 124 && EXPIRED.test(message) ? ('expired' as const) : undefined;
  const lacking = code === 4711 && LACKS_SCOPE.test(message) ? ('alive' as const) : undefined;
  return reported({ life: stated(expired ?? lacking, 'body message', message) });
}
