import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, reported, stated, textAt } from '../json-answer.ts';
import type { Life } from '../life.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';
import { lifeNamed, refusalJson } from '../refusal.ts';

/**
 * Spotify: the user behind a token. An application's own token has no user and is refused although it lives; that it
 * expired is said in the same place. The end itself stands only beside the token when it is minted.
 *
 * @see https://developer.spotify.com/documentation/web-api/reference/get-current-users-profile
 */
export const spotify: GrantProvider = {
  name: 'spotify',
  answersAt: (host) => host === 'api.spotify.com',
  home: 'https://api.spotify.com',
  questions: ({ base }) => [{ url: `${base}/v1/me`, read: readUser }],
  implies: () => [],
};

/**
 * @see https://github.com/guilhermesad/rspotify/issues/210
 * @see https://github.com/glomatico/votify/issues/45
 */
const LIVES: Readonly<Record<string, Life>> = {
  'The access token expired': 'expired',
  'Valid user authentication required': 'alive',
};

function readUser(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const id = textAt(body, 'id');
  if (id !== undefined && textAt(body, 'uri') === `spotify:user:${id}`) {
    return reported({ life: alive(answer), identity: stated(id, 'body id') });
  }
  const message = answer.status === 401 ? textAt(refusalJson(answer), 'error', 'message') : undefined;
  return reported({ life: lifeNamed(message, LIVES, 'body error.message') });
}
