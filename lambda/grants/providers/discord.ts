import type { ObservedResponse } from '../../request/observation.ts';
import { nameAt, scopesAt, timeAt } from '../facts-at.ts';
import { alive, booleanAt, jsonOf, reported, stated, textAt } from '../json-answer.ts';
import type { Asked, GrantProvider, Question } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * Discord: an OAuth token is told of in full; a bot's never ends and has permissions in each server instead of scopes.
 * Each is refused where the other one asks.
 *
 * @see https://github.com/discord/discord-api-docs/blob/main/docs/topics/OAuth2.md
 */
export const discord: GrantProvider = {
  name: 'discord',
  answersAt: (host) => host === 'discord.com' || host === 'discordapp.com',
  home: 'https://discord.com',
  questions,
  implies: () => [],
};

/** A bot's token has three parts, of which the first is its id in base64; an OAuth token has no dot. */
const BOT = /^[\w-]{18,40}\.[\w-]{4,20}\.[\w-]{20,60}$/;

function questions({ base, token }: Asked): readonly Question[] {
  if (token === undefined) return [];
  if (BOT.test(token)) return [{ url: `${base}/api/v10/users/@me`, read: readBot }];
  return token.includes('.') ? [] : [{ url: `${base}/api/v10/oauth2/@me`, read: readAuthorization }];
}

function readBot(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const id = textAt(body, 'id');
  if (id === undefined || booleanAt(body, 'bot') !== true) return { source: 'reported' };
  return reported({ life: alive(answer), identity: stated(id, 'body id') });
}

/** The user stands in it only with the scope `identify`. */
function readAuthorization(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const application = nameAt(body, 'application', 'id');
  const scopes = scopesAt(body, 'scopes');
  if (application === undefined || scopes === undefined) return { source: 'reported' };
  return reported({
    life: alive(answer),
    expiresAt: timeAt(body, 'expires'),
    scopes,
    identity: nameAt(body, 'user', 'id') ?? application,
  });
}
