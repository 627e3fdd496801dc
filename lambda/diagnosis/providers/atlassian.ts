import { type Finding, headerEvidence, type Rule } from '../finding.ts';
import type { Reading } from '../reading.ts';
import type { Provider } from './provider.ts';

/**
 * A header says that a CAPTCHA stands before the next login: the password was not even looked at, and the page beside
 * it tells nothing. `X-Seraph-LoginReason` comes with successes too.
 *
 * @see https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/
 * @see https://github.com/godaddy/jiractl/issues/28
 * @see https://github.com/go-jira/jira/issues/8 (the field on a 200)
 * @see https://github.com/monitorjbl/stash-token-auth/issues/11 (Bitbucket Server's exception names)
 */
const rule: Rule = (reading): Finding | undefined => {
  if (reading.status < 400) return undefined;
  const denied = reading.fields.get('x-authentication-denied-reason');
  if (denied !== undefined && /^CAPTCHA_CHALLENGE\b/i.test(denied)) {
    return {
      cause: 'step-up-required',
      confidence: 'certain',
      evidence: [headerEvidence('x-authentication-denied-reason', denied)],
    };
  }
  const reason = reading.fields.get('x-seraph-loginreason');
  if (reason !== undefined && /\bAUTHENTICATION_DENIED\b/.test(reason)) {
    return {
      cause: 'step-up-required',
      confidence: 'likely',
      evidence: [headerEvidence('x-seraph-loginreason', reason)],
    };
  }
  const exception = exceptionIn(reading);
  return exception === undefined || !/\.AuthorisationException$/.test(exception.value)
    ? undefined
    : {
        cause: 'permission-denied',
        confidence: 'certain',
        evidence: [{ where: `body ${exception.path}`, what: 'AuthorisationException' }],
      };
};

function exceptionIn({ leaves }: Reading): { readonly path: string; readonly value: string } | undefined {
  for (const { path, key, value } of leaves) {
    if (key === 'exceptionName' && typeof value === 'string' && value.startsWith('com.atlassian.'))
      return { path, value };
  }
  return undefined;
}

const BASIC_FAILURE = /^basic authentication failure - reason : /;

/**
 * Jira, Confluence and Bitbucket Server, in the cloud and self-hosted.
 *
 * @see https://github.com/gioboa/jira-plugin/issues/173
 * @see https://github.com/HolmesGPT/holmesgpt/pull/2373 (`scope does not match`)
 * @see https://github.com/tenable/integration-jira-cloud/issues/165
 */
export const atlassian: Provider = {
  name: 'atlassian',
  hosts: ['atlassian.net', 'atlassian.com'],
  fields: [
    'x-seraph-loginreason',
    'x-authentication-denied-reason',
    'x-arequestid',
    'x-ausername',
    'x-asen',
    'atl-traceid',
  ],
  wrote: (reading) =>
    exceptionIn(reading) !== undefined || reading.messages.some(({ plain }) => BASIC_FAILURE.test(plain)),
  rule,
  sentences: [
    { cause: 'step-up-required', when: /basic authentication failure - reason : authentication_denied/ },
    { cause: 'scope-missing', when: /^unauthorized; scope does not match/ },
  ],
  requestIdFields: ['atl-traceid', 'x-arequestid'],
  remedies: {
    'step-up-required':
      'After failed logins a CAPTCHA comes first: sign in once from a browser as that user. See https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/',
    'credential-invalid':
      'In the cloud the password is an API token: https://id.atlassian.com/manage-profile/security/api-tokens',
    'credential-expired': 'Create a new API token: https://id.atlassian.com/manage-profile/security/api-tokens',
    'scope-missing':
      'A scoped token also gets this answer on the wrong host: it is for api.atlassian.com/ex/jira or /ex/confluence with the cloud id. Create one with the scope: https://id.atlassian.com/manage-profile/security/api-tokens',
    unknown: 'Jira says that a project or issue does not exist to callers who are not signed in, too.',
  },
};
