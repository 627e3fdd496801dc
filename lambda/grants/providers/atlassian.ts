import type { ObservedResponse } from '../../request/observation.ts';
import { nameAt, timeAt } from '../facts-at.ts';
import { alive, jsonOf, listAt, numberAt, reported, stated, textAt, textsAt } from '../json-answer.ts';
import type { GrantProvider, Question } from '../provider.ts';
import { type GrantReading, quoted } from '../reading.ts';

/**
 * Jira and Confluence, of the cloud and of a data center. Nothing tells when an API token of the cloud ends: only an
 * administrator of the organization may list these.
 *
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v2/api-group-myself/
 * @see https://developer.atlassian.com/server/jira/platform/rest/v10000/api-group-myself/
 * @see https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-users/
 * @see https://developer.atlassian.com/server/jira/platform/renamable-users-in-jira-6-0 (a key stays, a name may not)
 */
export const atlassian: GrantProvider = {
  name: 'atlassian',
  aliases: ['jira', 'confluence'],
  answersAt: (host) => host === GATEWAY || isSite(host),
  baseOf: ({ origin, hostname, pathname }) =>
    isSite(hostname) || hostname === GATEWAY ? origin : `${origin}${/^(.*?)\/rest(?:\/|$)/.exec(pathname)?.[1] ?? ''}`,
  read: ({ headers }) => reported({ identity: userHeader(headers) }),
  questions: ({ base, token }) => questionsAbout(base, token),
  implies: () => [],
};

const GATEWAY = 'api.atlassian.com';

function isSite(host: string): boolean {
  return host.endsWith('.atlassian.net');
}

function questionsAbout(base: string, token: string | undefined): readonly Question[] {
  const host = URL.parse(base)?.hostname ?? '';
  if (host === GATEWAY) return token?.startsWith('eyJ') ? [accessibleResources(base)] : [];
  const myself = { url: `${base}/rest/api/2/myself`, read: jiraUser };
  // A user of the one product may be refused by the other, and that says nothing of the token.
  if (isSite(host)) {
    const current = { url: `${base}/wiki/rest/api/user/current`, read: confluenceUser };
    return [myself, current].map((question) => ({ ...question, tellsLife: false }));
  }
  const tokens = { url: `${base}/rest/pat/latest/tokens`, read: tokensOf, tellsLife: false };
  return [myself, { url: `${base}/rest/api/user/current`, read: confluenceUser }, ...(isPat(token) ? [tokens] : [])];
}

/**
 * The sites that a user opened to an app. Their scopes are not all that its token has: those of the account itself are
 * missing, and the token, a JWT, lists them all.
 *
 * @see https://developer.atlassian.com/cloud/oauth/getting-started/making-calls-to-api/
 */
function accessibleResources(base: string): Question {
  return {
    url: `${base}/oauth/token/accessible-resources`,
    // It is for tokens that a user gave to an app, and nobody says what it answers to others.
    tellsLife: false,
    read(answer) {
      const sites = listAt(jsonOf(answer)) ?? [];
      const areSites = sites.length > 0 && sites.every((site) => textAt(site, 'id') && textsAt(site, 'scopes'));
      return reported({ life: areSites ? alive(answer) : undefined });
    },
  };
}

function jiraUser(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const isUser = textAt(body, 'self') !== undefined && textAt(body, 'displayName') !== undefined;
  const identity = isUser ? (nameAt(body, 'accountId') ?? nameAt(body, 'key')) : undefined;
  return reported({ life: identity && alive(answer), identity });
}

/** Where strangers may look around, Confluence takes a credential that it does not know for none: `anonymous`. */
function confluenceUser(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const isKnown = textAt(body, 'type') === 'known';
  const identity = isKnown ? (nameAt(body, 'accountId') ?? nameAt(body, 'userKey')) : undefined;
  return reported({ life: identity && alive(answer), identity });
}

/** Of a data center. @see https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/jiradatacenterpat/jiradatacenterpat.go */
function isPat(token: string | undefined): boolean {
  return /^[A-Za-z0-9+/]{44}$/.test(token ?? '');
}

/**
 * The tokens of a user, without a word on which of them asks: only where there is but one is it this one.
 *
 * @see https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html
 */
function tokensOf(answer: ObservedResponse): GrantReading {
  const [only, ...others] = listAt(jsonOf(answer)) ?? [];
  if (others.length > 0) return reported({});
  if (numberAt(only, 'id') === undefined && textAt(only, 'id') === undefined) return reported({});
  return reported({ expiresAt: timeAt(only, 'expiringAt'), issuedAt: timeAt(only, 'createdAt') });
}

/**
 * The user that every answer of the cloud names; those of a data center give a name that can be changed.
 *
 * @see https://developer.atlassian.com/cloud/jira/software/rest/#special-request-and-response-headers
 */
function userHeader(headers: ObservedResponse['headers']) {
  const user = headers['x-aaccountid'];
  return user ? stated(quoted(user), 'header x-aaccountid') : undefined;
}
