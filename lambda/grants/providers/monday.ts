import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, listAt, numberAt, reported, stated, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * monday.com: the account and the user behind a token, which has no end. An account is named in refusals for want of a
 * scope too; a token that is not taken has none.
 *
 * @see https://developer.monday.com/api-reference/docs/errors
 */
export const monday: GrantProvider = {
  name: 'monday',
  aliases: ['monday.com'],
  answersAt: (host) => host === 'api.monday.com',
  home: 'https://api.monday.com',
  questions: ({ base }) => [
    {
      method: 'POST',
      url: `${base}/v2`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'query { me { id } }' }),
      read: readMe,
    },
  ],
  implies: () => [],
};

/** The user's id is a number in older versions. */
function readMe(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const account = numberAt(body, 'account_id');
  const user = textAt(body, 'data', 'me', 'id') ?? numberAt(body, 'data', 'me', 'id');
  if (account === undefined) return { source: 'reported' };
  if (user === undefined) return mayNotAsk(body) ? reported({ life: alive(answer) }) : { source: 'reported' };
  return reported({ life: alive(answer), identity: stated(`${account}/${user}`, 'body account_id, data.me.id') });
}

function mayNotAsk(body: unknown): boolean {
  const errors = listAt(body, 'errors') ?? [];
  return errors.some((error) => textAt(error, 'extensions', 'code') === 'UserUnauthorizedException');
}
