import type { ObservedResponse } from '../../request/observation.ts';
import { nameAt } from '../facts-at.ts';
import { alive, jsonOf, reported, textAt } from '../json-answer.ts';
import { oauthScopesHeader } from '../oauth-scopes-header.ts';
import type { GrantProvider } from '../provider.ts';
import type { GrantReading } from '../reading.ts';

/**
 * Bitbucket Cloud: every answer to a credential that it knows names its kind and its scopes, a 403 too. A token of a
 * repository, a project or a workspace is no user: `/user` refuses it, and the headers of that refusal tell the rest.
 *
 * @see https://developer.atlassian.com/cloud/bitbucket/rest/api-group-users/#api-user-get
 * @see https://github.com/trufflesecurity/trufflehog/blob/main/pkg/analyzer/analyzers/bitbucket/bitbucket.go
 */
export const bitbucket: GrantProvider = {
  name: 'bitbucket',
  answersAt: (host) => host === 'api.bitbucket.org',
  home: 'https://api.bitbucket.org',
  read: headersOf,
  questions: ({ base, token }) => [{ url: `${base}/2.0/user`, read: whoAmI, tellsLife: !isOfNoUser(token) }],
  implies: (scope) => (Object.hasOwn(IMPLIED, scope) ? (IMPLIED[scope] ?? []) : []),
};

/**
 * `repository:admin` gives none of the others, and of an API token's scopes (`read:repository:bitbucket`) no one
 * includes another.
 *
 * @see https://developer.atlassian.com/cloud/bitbucket/bitbucket-cloud-rest-api-scopes/
 * @see https://support.atlassian.com/bitbucket-cloud/docs/api-token-permissions/
 */
const IMPLIED: Readonly<Record<string, readonly string[]>> = {
  'repository:write': ['repository'],
  pullrequest: ['repository'],
  'pullrequest:write': ['pullrequest', 'repository:write'],
  project: ['repository'],
  'pipeline:write': ['pipeline'],
  'pipeline:variable': ['pipeline:write'],
  'runner:write': ['runner'],
};

/**
 * The 401 of a token that is none is also that of one which is "not supported for this endpoint".
 *
 * @see https://github.com/avivsinai/bitbucket-cli/issues/174
 */
function isOfNoUser(token: string | undefined): boolean {
  return token?.startsWith('ATCTT') ?? false;
}

function whoAmI(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const isUser = textAt(body, 'uuid') !== undefined && textAt(body, 'type') !== undefined;
  const identity = isUser ? nameAt(body, 'uuid') : undefined;
  const isKnown = answer.status === 403 && answer.headers['x-credential-type'];
  return reported({ ...headersOf(answer), life: identity || isKnown ? alive(answer) : undefined, identity });
}

function headersOf(response: ObservedResponse): GrantReading {
  const isAnswer = response.status < 300 || response.status === 403;
  return reported({
    scopes: isAnswer && response.headers['x-credential-type'] ? oauthScopesHeader(response) : undefined,
  });
}
