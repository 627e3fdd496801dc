import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, reported, stated, textAt } from '../json-answer.ts';
import { decodeClaims } from '../jwt.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * Auth0, at a host of each tenant: a token that is meant for `/userinfo`, as every opaque one is, may be asked there. One
 * for the Management API says all about itself, and cannot be revoked before it ends.
 *
 * @see https://auth0.com/docs/api/authentication/user-profile/get-user-info
 * @see https://auth0.com/docs/secure/tokens/access-tokens
 * @see https://community.auth0.com/t/the-userinfo-endpoint-returns-401-unauthorized/6103 (what it takes)
 */
export const auth0: GrantProvider = {
  name: 'auth0',
  answersAt: (host) => host.endsWith('.auth0.com'),
  questions({ base, token }) {
    if (token === undefined) return [];
    const claims = decodeClaims(token);
    const isMeantForIt = claims === undefined || [claims.aud].flat().includes(`${base}/userinfo`);
    return isMeantForIt ? [{ url: `${base}/userinfo`, read: readUserinfo, tellsLife: claims !== undefined }] : [];
  },
  implies: () => [],
};

function readUserinfo(answer: ObservedResponse): GrantReading {
  const sub = textAt(jsonOf(answer), 'sub');
  return sub === undefined ? reported({}) : reported({ life: alive(answer), identity: stated(sub, 'body sub') });
}
