import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, reported, stated, textAt, textsAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import { type GrantReading, scopesIn } from '../reading.ts';

/**
 * Airtable: any token may ask whose it is; the scopes are told of OAuth tokens only.
 *
 * @see https://airtable.com/developers/web/api/get-user-id-scopes
 */
export const airtable: GrantProvider = {
  name: 'airtable',
  answersAt: (host) => host === 'api.airtable.com',
  home: 'https://api.airtable.com',
  questions: ({ base }) => [{ url: `${base}/v0/meta/whoami`, read: readWhoAmI }],
  implies: () => [],
};

function readWhoAmI(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const id = textAt(body, 'id');
  if (!id?.startsWith('usr')) return reported({});
  const listed = textsAt(body, 'scopes');
  const scopes = listed && scopesIn(listed);
  return reported({
    life: alive(answer),
    scopes: stated(scopes, 'body scopes', scopes?.join(' ')),
    identity: stated(id, 'body id'),
  });
}
