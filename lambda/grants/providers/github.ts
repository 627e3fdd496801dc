import type { ObservedResponse } from '../../request/observation.ts';
import { idAt } from '../facts-at.ts';
import { isoTime } from '../iso-time.ts';
import { alive, jsonOf, listAt, numberAt, reported, stated, textAt } from '../json-answer.ts';
import { oauthScopesHeader } from '../oauth-scopes-header.ts';
import type { GrantProvider, Question } from '../provider.ts';
import type { GrantReading, Stated } from '../reading.ts';
import { impliedScopes } from './github-scopes.ts';

/**
 * GitHub: any response to a token that expires says when; a 2xx to a classic or OAuth token lists its scopes.
 *
 * @see https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps
 * @see https://github.blog/changelog/2021-07-26-expiration-options-for-personal-access-tokens/
 */
export const github: GrantProvider = {
  name: 'github',
  answersAt: (host) => host === 'api.github.com',
  home: 'https://api.github.com',
  baseOf: enterpriseBase,
  read: headersOf,
  questions: ({ base, token }) => [questionAbout(base, token)],
  // The end and the scopes stand in the headers of every answer; the question adds whose it is.
  tellsAlways: true,
  implies: impliedScopes,
};

/**
 * An Enterprise Server has its API below `/api/v3`; with data residency it has a host of its own, `api.NAME.ghe.com`.
 *
 * @see https://docs.github.com/en/enterprise-server@3.10/rest/enterprise-admin
 * @see https://docs.github.com/en/enterprise-cloud@latest/graphql/guides/managing-enterprise-accounts
 */
export function enterpriseBase({ origin, hostname }: URL): string {
  return hostname.endsWith('.ghe.com') ? origin : `${origin}/api/v3`;
}

/**
 * Whom a token speaks for is told to a user's token by `/user`, to an app's JWT by `/app`. An installation's token is
 * nobody's: `/user` refuses it for good, and the list of its repositories takes no permission.
 *
 * @see https://docs.github.com/en/rest/users/users#get-the-authenticated-user
 * @see https://docs.github.com/en/rest/apps/apps#get-the-authenticated-app
 * @see https://docs.github.com/en/rest/apps/installations#list-repositories-accessible-to-the-app-installation
 * @see https://github.com/actions/create-github-app-token/issues/258 (a 403 of `/user` to an installation's token)
 */
function questionAbout(base: string, token: string | undefined): Question {
  const [path, identityOf] = token?.startsWith('ghs_')
    ? (['/installation/repositories?per_page=1', installation] as const)
    : token?.startsWith('eyJ')
      ? (['/app', app] as const)
      : (['/user', user] as const);
  return {
    url: `${base}${path}`,
    headers: { accept: 'application/vnd.github+json' },
    read: (answer) => ({ ...headersOf(answer, token), ...identityOf(answer, jsonOf(answer)) }),
  };
}

function user(answer: ObservedResponse, body: unknown): Partial<GrantReading> {
  const identity = textAt(body, 'login') === undefined ? undefined : idAt(body, 'id');
  return identity === undefined ? {} : { life: alive(answer), identity };
}

function app(answer: ObservedResponse, body: unknown): Partial<GrantReading> {
  const identity = textAt(body, 'slug') === undefined ? undefined : idAt(body, 'id');
  return identity === undefined ? {} : { life: alive(answer), identity };
}

function installation(answer: ObservedResponse, body: unknown): Partial<GrantReading> {
  const isList = numberAt(body, 'total_count') !== undefined && listAt(body, 'repositories') !== undefined;
  return isList ? { life: alive(answer) } : {};
}

function headersOf(response: ObservedResponse, token: string | undefined): GrantReading {
  const scopes = response.status < 300 && !hasPermissions(token) ? oauthScopesHeader(response) : undefined;
  return reported({ expiresAt: expirationHeader(response), scopes });
}

/** Fine-grained, installation and app user tokens have permissions instead of scopes: an empty list says nothing. */
function hasPermissions(token: string | undefined): boolean {
  return /^(?:github_pat_|ghs_|ghu_)/.test(token ?? '');
}

/** Seen as `2025-02-04 16:42:10 UTC` and as `2026-02-06 07:42:23 +0100`. */
const EXPIRATION = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d (?:UTC|[+-]\d\d:?\d\d)$/;

function expirationHeader({ headers }: ObservedResponse): Stated<number> | undefined {
  const header = headers['github-authentication-token-expiration'] ?? '';
  const end = EXPIRATION.test(header) ? isoTime(header) : undefined;
  return stated(end, 'header github-authentication-token-expiration', header);
}
