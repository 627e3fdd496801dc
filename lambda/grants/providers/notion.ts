import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, reported, stated, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * Notion: a token may ask for the bot that it is; its capabilities are told nowhere, and introspection takes the
 * secret of the client.
 *
 * @see https://developers.notion.com/reference/get-self
 */
export const notion: GrantProvider = {
  name: 'notion',
  answersAt: (host) => host === 'api.notion.com',
  home: 'https://api.notion.com',
  questions: ({ base }) => [
    { url: `${base}/v1/users/me`, headers: { 'notion-version': '2022-06-28' }, read: readSelf },
  ],
  implies: () => [],
};

function readSelf(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const id = textAt(body, 'object') === 'user' ? textAt(body, 'id') : undefined;
  return id === undefined ? reported({}) : reported({ life: alive(answer), identity: stated(id, 'body id') });
}
