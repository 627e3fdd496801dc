import type { ObservedResponse } from '../../request/observation.ts';
import { alive, jsonOf, reported, stated, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';
import { type GrantReading, plausibleTime, scopesIn } from '../reading.ts';

/**
 * Google: tokeninfo knows the access tokens of users and of service accounts. Of a federated or a downscoped one it says
 * "invalid" while it lives, and cannot be told from those by its look: so a refusal says nothing. It takes the token from
 * the header where it is posted.
 *
 * @see https://cloud.google.com/docs/authentication/token-types#access-tokens
 * @see https://github.com/googleapis/google-auth-library-nodejs/blob/main/src/auth/oauth2client.ts (`getTokenInfo`)
 * @see https://developers.google.com/identity/sign-in/web/backend-auth#calling-the-tokeninfo-endpoint (may be throttled)
 */
export const google: GrantProvider = {
  name: 'google',
  aliases: ['gcp', 'google-cloud'],
  answersAt: (host) => host.endsWith('.googleapis.com'),
  home: 'https://oauth2.googleapis.com',
  questions: ({ base, token }) =>
    token === undefined || isNoAccessToken(token)
      ? []
      : [
          {
            method: 'POST',
            url: `${base}/tokeninfo`,
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            read: readTokenInfo,
            tellsLife: false,
          },
        ],
  askEveryMs: 15 * 60 * 1_000,
  implies: () => [],
};

/** An API key, a client secret, or a JWT that a service account has signed itself: nothing that tokeninfo knows. */
function isNoAccessToken(token: string): boolean {
  return /^(?:AIza|GOCSPX-|eyJ)/.test(token);
}

/** Its numbers are strings. */
function readTokenInfo(answer: ObservedResponse): GrantReading {
  const json = jsonOf(answer);
  const exp = textAt(json, 'exp') ?? '';
  const expiresAt = /^\d{1,12}$/.test(exp) ? plausibleTime(Number(exp)) : undefined;
  if (textAt(json, 'aud') === undefined || expiresAt === undefined) return reported({});
  const scope = textAt(json, 'scope');
  return reported({
    life: alive(answer),
    expiresAt: stated(expiresAt, 'body exp', exp),
    scopes: stated(scope === undefined ? undefined : scopesIn(scope.split(' ')), 'body scope', scope),
    identity:
      stated(textAt(json, 'sub'), 'body sub') ??
      stated(textAt(json, 'email'), 'body email') ??
      stated(textAt(json, 'azp'), 'body azp'),
  });
}
