import type { ObservedResponse } from '../../request/observation.ts';
import { nameAt, scopesAt } from '../facts-at.ts';
import { alive, jsonOf, reported, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

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
  return reported({ life: alive(answer), scopes: scopesAt(body, 'scopes'), identity: nameAt(body, 'id') });
}
