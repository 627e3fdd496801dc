import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, reported, stated, textAt } from '../json-answer.ts';
import { decodeClaims } from '../jwt.ts';
import type { GrantProvider, Question } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * Okta, at a host of each organisation. An API token (SSWS) may ask whose it is; it ends 30 days after its last use, so
 * asking keeps it. An access token is asked about where it was issued, if it may: its end stands in it, that it was
 * revoked does not.
 *
 * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/User/
 * @see https://developer.okta.com/docs/reference/api/users/ ("the current user linked to an API token")
 * @see https://developer.okta.com/docs/api/openapi/okta-oauth/oauth/tag/OrgAS/
 */
export const okta: GrantProvider = {
  name: 'okta',
  answersAt: (host) => /\.(?:okta|oktapreview|okta-emea|okta-gov)\.com$/.test(host),
  questions({ base, token }) {
    if (token === undefined) return [];
    const claims = decodeClaims(token);
    if (claims === undefined) return [{ url: `${base}/api/v1/users/me`, read: readUser }];
    const mayAsk = Array.isArray(claims.scp) && claims.scp.includes('openid');
    const url = mayAsk ? userinfoOf(claims.iss, base) : undefined;
    return url === undefined ? [] : [{ url, read: readUserinfo } satisfies Question];
  },
  implies: () => [],
};

/** The organisation's own server is its host; others are below `/oauth2/`. */
function userinfoOf(issuer: unknown, base: string): string | undefined {
  if (issuer === base) return `${base}/oauth2/v1/userinfo`;
  const isBelow = typeof issuer === 'string' && issuer.startsWith(`${base}/oauth2/`);
  return isBelow && /^\w+$/.test(issuer.slice(`${base}/oauth2/`.length)) ? `${issuer}/v1/userinfo` : undefined;
}

function readUser(answer: ObservedResponse): GrantReading {
  const json = jsonOf(answer);
  const id = textAt(json, 'profile', 'login') && textAt(json, 'id');
  return id ? reported({ life: alive(answer), identity: stated(id, 'body id') }) : reported({});
}

function readUserinfo(answer: ObservedResponse): GrantReading {
  const sub = textAt(jsonOf(answer), 'sub');
  return sub === undefined ? reported({}) : reported({ life: alive(answer), identity: stated(sub, 'body sub') });
}
