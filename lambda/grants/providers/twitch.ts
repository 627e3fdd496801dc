import type { ObservedResponse } from '../../request/observation.ts';
import { nameAt } from '../facts-at.ts';
import { alive, jsonOf, numberAt, reported, stated, textsAt, valueAt } from '../json-answer.ts';
import type { Asked, GrantProvider, Question } from '../provider.ts';
import { type GrantReading, scopesIn } from '../reading.ts';
import { endOf } from '../relative-expiry.ts';

/**
 * Twitch has a place to validate any token, with a scheme of its own, and asks its clients to do so every hour. An old
 * token that never ends has 0 seconds left; an app's has no user, and `null` for scopes.
 *
 * @see https://dev.twitch.tv/docs/authentication/validate-tokens
 * @see https://github.com/twitchdev/issues/issues/312 (0 seconds)
 * @see https://docs.rs/twitch_oauth2/latest/twitch_oauth2/struct.ValidatedToken.html
 */
export const twitch: GrantProvider = {
  name: 'twitch',
  answersAt: (host) => host === 'api.twitch.tv' || host === 'id.twitch.tv',
  home: 'https://id.twitch.tv',
  questions,
  implies: () => [],
};

function questions({ base, token }: Asked): readonly Question[] {
  if (token === undefined) return [];
  return [{ url: `${base}/oauth2/validate`, headers: { authorization: `OAuth ${token}` }, read: readValidation }];
}

function readValidation(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const client = nameAt(body, 'client_id');
  const seconds = numberAt(body, 'expires_in');
  if (client === undefined || seconds === undefined) return { source: 'reported' };
  const scopes = valueAt(body, 'scopes') === null ? [] : textsAt(body, 'scopes');
  return reported({
    life: alive(answer),
    expiresAt: stated(endOf(answer, seconds), 'body expires_in', `${seconds} seconds`),
    scopes: scopes && stated(scopesIn(scopes), 'body scopes', scopes.join(' ')),
    identity: nameAt(body, 'user_id') ?? client,
  });
}
