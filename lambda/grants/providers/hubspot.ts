import type { ObservedResponse } from '../../request/observation.ts';
import { idAt, scopesAt } from '../facts-at.ts';
import { alive, jsonOf, reported } from '../json-answer.ts';
import type { Asked, GrantProvider, Question } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * HubSpot: a private app's token is told of in full, for no scope; it never ends by itself. An OAuth token could be
 * asked about only with the token in the URL, or with the client's secret.
 *
 * @see https://developers.hubspot.com/docs/apps/legacy-apps/private-apps/overview
 * @see https://developers.hubspot.com/docs/api-reference/legacy/authentication/oauth-tokens/v1/get-oauth-token-metadata
 */
export const hubspot: GrantProvider = {
  name: 'hubspot',
  answersAt: (host) => /^(?:api(?:-[a-z]{2}\d)?\.hubapi|api\.hubspot)\.com$/.test(host),
  home: 'https://api.hubapi.com',
  questions,
  implies: () => [],
};

function questions({ base, token }: Asked): readonly Question[] {
  if (token === undefined || !/^pat-[a-z]{2}\d-/.test(token)) return [];
  return [
    {
      method: 'POST',
      url: `${base}/oauth/v2/private-apps/get/access-token-info`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ tokenKey: token }),
      read: readTokenInfo,
    },
  ];
}

function readTokenInfo(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const identity = idAt(body, 'hubId');
  const scopes = scopesAt(body, 'scopes');
  if (identity === undefined || scopes === undefined) return { source: 'reported' };
  return reported({ life: alive(answer), scopes, identity });
}
