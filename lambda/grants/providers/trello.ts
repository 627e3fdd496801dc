import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, reported, stated, textAt } from '../json-answer.ts';
import type { Life } from '../life.ts';
import type { Asked, GrantProvider, Question } from '../provider.ts';
import type { GrantReading } from '../reading.ts';
import { lifeNamed } from '../refusal.ts';

/**
 * Trello would tell a token's end and permissions, but only with the token in the URL. A token goes with an
 * application's key: it is asked about only where both are in the credential, as
 * `oauth_consumer_key="…", oauth_token="…"` of the scheme `OAuth`.
 *
 * @see https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/
 * @see https://mrrefactoring.github.io/trello.js/recipes/tokens
 */
export const trello: GrantProvider = {
  name: 'trello',
  answersAt: (host) => host === 'api.trello.com' || host === 'trello.com',
  home: 'https://api.trello.com',
  questions,
  implies: () => [],
};

function questions({ base, token }: Asked): readonly Question[] {
  const hasBoth = ['oauth_consumer_key=', 'oauth_token='].every((part) => token?.includes(part));
  return hasBoth ? [{ url: `${base}/1/members/me?fields=username`, read: readMember }] : [];
}

/** @see https://github.com/jchrom/trelloR/issues/3 */
const LIVES: Readonly<Record<string, Life>> = { 'expired token': 'expired' };

function readMember(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const id = textAt(body, 'id');
  if (id !== undefined && textAt(body, 'username') !== undefined) {
    return reported({ life: alive(answer), identity: stated(id, 'body id') });
  }
  const word = answer.status === 401 ? answer.body.trim() : undefined;
  return reported({ life: lifeNamed(word, LIVES, 'body') });
}
