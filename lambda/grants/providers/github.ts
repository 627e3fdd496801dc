import type { ObservedResponse } from '../../request/observation.ts';
import { oauthScopesHeader } from '../oauth-scopes-header.ts';
import type { GrantProvider } from '../provider.ts';
import { plausibleTime, quoted, type Stated } from '../reading.ts';
import { impliedScopes } from './github-scopes.ts';

/**
 * GitHub: any response to a token that expires says when; a 2xx to a classic or OAuth token lists its scopes.
 *
 * @see https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps
 * @see https://github.blog/changelog/2021-07-26-expiration-options-for-personal-access-tokens/
 */
export const github: GrantProvider = {
  name: 'github',
  answersAt: (host) => host === 'api.github.com' || host.endsWith('.ghe.com'),
  read(response, token) {
    const expiresAt = expirationHeader(response);
    const scopes = response.status < 300 && !hasPermissions(token) ? oauthScopesHeader(response) : undefined;
    return { source: 'reported', ...(expiresAt && { expiresAt }), ...(scopes && { scopes }) };
  },
  implies: impliedScopes,
};

/** Fine-grained, installation and app user tokens have permissions instead of scopes: an empty list says nothing. */
function hasPermissions(token: string | undefined): boolean {
  return /^(?:github_pat_|ghs_|ghu_)/.test(token ?? '');
}

/** Seen as `2025-02-04 16:42:10 UTC` and as `2026-02-06 07:42:23 +0100`. */
const EXPIRATION = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) (?:UTC|([+-]\d\d):?(\d\d))$/;

function expirationHeader({ headers }: ObservedResponse): Stated<number> | undefined {
  const header = headers['github-authentication-token-expiration'];
  const [, day, time, hours, minutes] = EXPIRATION.exec(header ?? '') ?? [];
  const zone = hours === undefined ? 'Z' : `${hours}:${minutes}`;
  const value = plausibleTime(Date.parse(`${day}T${time}${zone}`) / 1_000);
  if (header === undefined || value === undefined) return undefined;
  return { value, evidence: { where: 'header github-authentication-token-expiration', what: quoted(header) } };
}
