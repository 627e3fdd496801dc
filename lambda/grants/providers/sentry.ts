import { parseJson } from '../../diagnosis/reading/json.ts';
import type { ObservedResponse } from '../../request/observation.ts';
import { nameAt, scopesAt } from '../facts-at.ts';
import { alive, jsonOf, numberAt, reported, stated, textAt } from '../json-answer.ts';
import type { Life } from '../life.ts';
import type { GrantProvider } from '../provider.ts';
import { type GrantReading, plausibleTime, type Stated } from '../reading.ts';

/**
 * Sentry, hosted and self-hosted: the root of the API lists the token's scopes. Without a credential that it looks at
 * it answers 200 too, with `auth` null, which says nothing of the token: one that is no good is refused.
 *
 * @see https://github.com/getsentry/sentry/blob/master/src/sentry/api/endpoints/index.py
 * @see https://github.com/getsentry/sentry/blob/master/src/sentry/api/authentication.py
 */
export const sentry: GrantProvider = {
  name: 'sentry',
  answersAt: (host) => (host === 'sentry.io' || host.endsWith('.sentry.io')) && !host.endsWith('.ingest.sentry.io'),
  home: 'https://sentry.io',
  read: (response) => reported({ life: refusedLife(response) }),
  readToken: readOrganizationToken,
  questions: ({ base }) => [{ url: `${base}/api/0/`, read: readRoot }],
  implies: impliedScopes,
};

function readRoot(answer: ObservedResponse): GrantReading {
  const body = jsonOf(answer);
  const scopes = scopesAt(body, 'auth', 'scopes');
  if (scopes === undefined || textAt(body, 'version') === undefined) return reported({ life: refusedLife(answer) });
  return reported({ life: alive(answer), scopes, identity: nameAt(body, 'user', 'id') });
}

/** What a refusal with 401 says; a token of one organisation is good although the root is not open to it. */
const DETAILS: Readonly<Record<string, Life>> = {
  'Token expired': 'expired',
  'This token access is limited to organization endpoints.': 'alive',
};

function refusedLife({ status, body }: ObservedResponse): Stated<Life> | undefined {
  const detail = status === 401 ? textAt(parseJson(body), 'detail') : undefined;
  if (detail === undefined || !Object.hasOwn(DETAILS, detail)) return undefined;
  return stated(DETAILS[detail], 'body detail', detail);
}

/**
 * An organisation's token carries its own claims before the secret.
 *
 * @see https://github.com/getsentry/sentry/blob/master/src/sentry/utils/security/orgauthtoken_token.py
 */
function readOrganizationToken(token: string): GrantReading | undefined {
  const [, payload] = /^sntrys_([A-Za-z\d+/=]{1,4096})_[A-Za-z\d+/=]{1,256}$/.exec(token) ?? [];
  const claims = payload && parseJson(Buffer.from(payload, 'base64').toString());
  const organization = textAt(claims, 'org');
  if (organization === undefined) return undefined;
  return {
    ...reported({
      issuedAt: stated(plausibleTime(numberAt(claims, 'iat') ?? 0), 'token claim iat'),
      identity: stated(organization, 'token claim org'),
    }),
    source: 'claimed',
  };
}

/** What a level of one resource brings besides the levels below it. */
const INCLUDED: Readonly<Record<string, readonly string[]>> = {
  'org:admin': ['org:integrations'],
  'member:invite': ['member:read'],
  'member:write': ['member:invite'],
};

/**
 * `admin` includes `write`, and that includes `read`.
 *
 * @see https://github.com/getsentry/sentry/blob/master/src/sentry/conf/server.py (`SENTRY_SCOPE_HIERARCHY_MAPPING`)
 */
function impliedScopes(scope: string): readonly string[] {
  const [, resource, level] = /^(org|project|team|member|event|alerts):(admin|write)$/.exec(scope) ?? [];
  const lesser = resource === undefined ? [] : [`${resource}:${level === 'admin' ? 'write' : 'read'}`];
  return [...lesser, ...(Object.hasOwn(INCLUDED, scope) ? (INCLUDED[scope] ?? []) : [])];
}
