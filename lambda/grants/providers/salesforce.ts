import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, reported, stated, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/** Any version will do that is still served; the list of versions is public and tells nothing. */
const VERSION = 'v60.0';

/**
 * Salesforce: every customer has a host of its own, and a token is a session whose end only introspection tells. Who it
 * is stands in two places, of which userinfo wants a scope that a token for the data API need not have; it refuses with
 * the text `Bad_OAuth_Token`, also sessions that are none of OAuth's.
 *
 * @see https://help.salesforce.com/HTViewHelpDoc?id=remoteaccess_using_userinfo_endpoint.htm
 * @see https://developer.salesforce.com/docs/platform/api-rest/guide/resources-discoveryresource.md
 */
export const salesforce: GrantProvider = {
  name: 'salesforce',
  answersAt: (host) => host === 'salesforce.com' || /\.(?:salesforce|force)\.com$/.test(host),
  questions: ({ base }) => [
    { url: `${base}/services/data/${VERSION}/`, read: readResources },
    { url: `${base}/services/oauth2/userinfo`, read: readUserinfo, tellsLife: false },
  ],
  implies: () => [],
};

/** Ends in the organisation's id and the user's. */
const IDENTITY_URL = /^https:\/\/[\w.-]{1,253}\/id\/(00D\w{12,15})\/(005\w{12,15})$/;

function readResources(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const [, organisation, user] = IDENTITY_URL.exec(textAt(body, 'identity') ?? '') ?? [];
  if (textAt(body, 'sobjects') !== `/services/data/${VERSION}/sobjects`) return { source: 'reported' };
  const who = organisation && user ? `${organisation}/${user}` : undefined;
  return reported({ life: alive(answer), identity: stated(who, 'body identity') });
}

function readUserinfo(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const who = [textAt(body, 'organization_id'), textAt(body, 'user_id')];
  if (who.includes(undefined)) return { source: 'reported' };
  return reported({ life: alive(answer), identity: stated(who.join('/'), 'body organization_id, user_id') });
}
