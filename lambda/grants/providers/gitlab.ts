import type { ObservedResponse } from '../../request/observation.ts';
import { epochAt, idAt, scopesAt, timeAt } from '../facts-at.ts';
import { startOfDay } from '../iso-time.ts';
import { alive, booleanAt, jsonOf, numberAt, reported, stated, textAt } from '../json-answer.ts';
import type { GrantProvider, Question } from '../provider.ts';
import type { GrantReading } from '../reading.ts';
import { endOf } from '../relative-expiry.ts';

/**
 * GitLab: a personal, group, project or impersonation token of any scope may ask about itself; an OAuth token has an
 * endpoint of its own.
 *
 * @see https://docs.gitlab.com/api/personal_access_tokens/#self-inform
 * @see https://docs.gitlab.com/api/oauth2/#retrieve-the-token-information
 * @see https://docs.gitlab.com/security/tokens/#token-prefixes
 */
export const gitlab: GrantProvider = {
  name: 'gitlab',
  answersAt: (host) => host === 'gitlab.com',
  home: 'https://gitlab.com',
  baseOf: ({ origin, pathname }) => `${origin}${/^(.*?)\/api\/(?:v4|graphql)(?:\/|$)/.exec(pathname)?.[1] ?? ''}`,
  questions: ({ base, token }) => questionsAbout(base, token),
  implies: (scope) => (Object.hasOwn(IMPLIED, scope) ? (IMPLIED[scope] ?? []) : []),
};

/** What the description of a scope says that it includes. @see https://docs.gitlab.com/security/tokens/access_token_scopes/ */
const IMPLIED: Readonly<Record<string, readonly string[]>> = {
  api: ['read_api', 'read_user', 'read_registry', 'write_registry', 'read_repository', 'write_repository'],
  read_api: ['read_user', 'read_registry'],
  write_repository: ['read_repository'],
  write_virtual_registry: ['read_virtual_registry'],
};

/** Deploy, job, runner, agent and feed tokens and their like: none of them may use these endpoints. */
const NO_API = /^(?:gldt|glcbt|glrtr?|glptt|glft|glimt|glagent|glwt|glsoat|glffct|gloas)-/;

/** Doorkeeper's tokens; the prefix of a personal access token is for each instance to choose. */
const OAUTH = /^[0-9a-f]{64}$/;

function questionsAbout(base: string, token: string | undefined): readonly Question[] {
  if (token === undefined || NO_API.test(token)) return [];
  const isRoot = !base.endsWith('/api/v4');
  if (OAUTH.test(token)) return isRoot ? [{ url: `${base}/oauth/token/info`, read: tokenInfo }] : [];
  return [{ url: `${base}${isRoot ? '/api/v4' : ''}/personal_access_tokens/self`, read: self }];
}

function self(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const isActive = booleanAt(body, 'active');
  const isRevoked = booleanAt(body, 'revoked');
  const end = textAt(body, 'expires_at');
  if (isActive === undefined || isRevoked === undefined || numberAt(body, 'id') === undefined) return reported({});
  return reported({
    life: isActive && !isRevoked ? alive(answer) : undefined,
    // The token ends as its last day begins, UTC.
    expiresAt: stated(startOfDay(end), 'body expires_at', end) ?? timeAt(body, 'expires_at'),
    issuedAt: timeAt(body, 'created_at'),
    scopes: scopesAt(body, 'scopes'),
    identity: idAt(body, 'user_id'),
  });
}

/** `expires_in` counts what is left. @see https://github.com/doorkeeper-gem/doorkeeper/blob/main/lib/doorkeeper/models/concerns/expirable.rb */
function tokenInfo(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const scopes = scopesAt(body, 'scope');
  const issuedAt = epochAt(body, 'created_at');
  const left = numberAt(body, 'expires_in');
  if (scopes === undefined || issuedAt === undefined) return reported({});
  return reported({
    life: alive(answer),
    expiresAt: left === undefined ? undefined : stated(endOf(answer, left), 'body expires_in', String(left)),
    issuedAt,
    scopes,
    identity: idAt(body, 'resource_owner_id'),
  });
}
