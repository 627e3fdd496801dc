import type { ObservedResponse } from '../../request/observation.ts';
import { alive, booleanAt, jsonOf, numberAt, reported, stated } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * Pipedrive: the company and the user behind a token. An API token has no end; that of an access token stands only
 * beside it when it is minted. Every company has a host of its own.
 *
 * @see https://pipedrive.readme.io/docs/marketplace-getting-user-data
 * @see https://pipedrive.readme.io/docs/marketplace-scopes-and-permissions-explanations (`full` reads too)
 */
export const pipedrive: GrantProvider = {
  name: 'pipedrive',
  answersAt: (host) => host.endsWith('.pipedrive.com'),
  questions: ({ base }) => [{ url: `${base}/v1/users/me`, read: readUser }],
  implies: (scope) => (/^\w+:full$/.test(scope) ? [scope.replace(/:full$/, ':read')] : []),
};

function readUser(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const who = [numberAt(body, 'data', 'company_id'), numberAt(body, 'data', 'id')];
  if (booleanAt(body, 'success') !== true || who.includes(undefined)) return { source: 'reported' };
  return reported({ life: alive(answer), identity: stated(who.join('/'), 'body data.company_id, data.id') });
}
