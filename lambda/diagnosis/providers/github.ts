import { impliedScopes } from '../../grants/providers/github-scopes.ts';
import type { Finding, Rule } from '../finding.ts';
import { findMessage, headerEvidence, messageEvidence, statusEvidence } from '../finding.ts';
import { splitScopes } from '../reading/scopes.ts';
import { hasNothingLeft } from '../rules/limits.ts';
import type { Provider } from './provider.ts';

/** The granted scopes with everything that they imply. */
export function withImpliedScopes(granted: readonly string[]): ReadonlySet<string> {
  return new Set(granted.flatMap((scope) => [scope, ...impliedScopes(scope)]));
}

/**
 * GitHub's own ways of refusing.
 *
 * @see https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 * @see https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps
 */
const rule: Rule = (reading): Finding | undefined => {
  const noCopilot = reading.leaves.find(({ value }) => value === 'no_copilot_access');
  if (noCopilot !== undefined) {
    const evidence = [{ where: `body ${noCopilot.path}`, what: 'no_copilot_access' }];
    return { cause: 'feature-unavailable', confidence: 'certain', evidence };
  }
  const say = (pattern: RegExp, cause: Finding['cause']): Finding | undefined => {
    const message = findMessage(reading, pattern);
    return message === undefined ? undefined : { cause, confidence: 'certain', evidence: [messageEvidence(message)] };
  };
  const sso = reading.fields.get('x-github-sso');
  if (sso?.startsWith('required') && reading.status >= 400) {
    return {
      cause: 'step-up-required',
      confidence: 'certain',
      evidence: [headerEvidence('x-github-sso', sso.split('?')[0] ?? '')],
    };
  }
  return (
    byTokenPermissions(reading) ??
    say(/saml enforcement|saml sso|must grant your .{0,40} access to (?:this|an) organization/, 'step-up-required') ??
    say(/ip allow list/, 'ip-not-allowed') ??
    say(/rate limit exceeded|secondary rate limit|abuse detection|submitted too quickly/, 'rate-limited') ??
    say(
      /not accessible by|has not been granted the required scopes|requires one of the following scopes/,
      'scope-missing',
    ) ??
    say(
      /oauth app access restrictions|third-party access|forbids access via a (?:fine-grained|personal|classic)/,
      'permission-denied',
    ) ??
    say(
      /account was suspended|account has been suspended|repository access blocked|has been disabled/,
      'account-suspended',
    ) ??
    say(/personal access token .{0,80}expired|token has expired/, 'credential-expired') ??
    say(/^bad credentials$|claim \('exp'\)/, 'credential-invalid') ??
    say(/^requires authentication$/, 'credential-missing') ??
    say(/user[- ]agent/, 'request-rejected') ??
    say(
      /must have (?:admin|push|maintain|write) (?:rights|access)|must be an? |not authorized to/,
      'permission-denied',
    ) ??
    scopesFallShort(reading) ??
    windowUsedUp(reading)
  );
};

/** A 403 or 404 whose headers show that none of the accepted scopes is granted; an empty list accepts any. */
const scopesFallShort: (reading: Parameters<Rule>[0]) => Finding | undefined = (reading) => {
  if (reading.status !== 403 && reading.status !== 404) return undefined;
  const acceptedField = reading.fields.get('x-accepted-oauth-scopes');
  const grantedField = reading.fields.get('x-oauth-scopes');
  if (acceptedField === undefined || grantedField === undefined) return undefined;
  const accepted = splitScopes(acceptedField);
  const granted = splitScopes(grantedField);
  const held = withImpliedScopes(granted);
  if (accepted.length === 0 || accepted.some((scope) => held.has(scope))) return undefined;
  return {
    cause: 'scope-missing',
    confidence: 'likely',
    evidence: [
      headerEvidence('x-accepted-oauth-scopes', acceptedField),
      headerEvidence('x-oauth-scopes', grantedField || 'none'),
    ],
  };
};

/**
 * A field names the permissions that a fine-grained token or an app needs: a comma joins what it needs together, a
 * semicolon parts what would do instead.
 *
 * @see https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api
 */
function byTokenPermissions(reading: Parameters<Rule>[0]): Finding | undefined {
  const message = findMessage(reading, /^resource not accessible by (?:integration|personal access token)/);
  const accepted = reading.fields.get('x-accepted-github-permissions') ?? '';
  const needed = accepted.split(/[,;]/).flatMap((part) => /^\s{0,4}(\w{1,60}=\w{1,20})\s{0,4}$/.exec(part)?.[1] ?? []);
  if (message === undefined || needed.length === 0) return undefined;
  return {
    cause: 'scope-missing',
    confidence: 'certain',
    evidence: [messageEvidence(message), headerEvidence('x-accepted-github-permissions', accepted)],
    details: { missingScopes: [...new Set(needed)] },
  };
}

const windowUsedUp: (reading: Parameters<Rule>[0]) => Finding | undefined = (reading) => {
  if (reading.status !== 403 || !hasNothingLeft(reading) || reading.messages.length > 0) return undefined;
  return {
    cause: 'rate-limited',
    confidence: 'likely',
    evidence: [statusEvidence(reading), headerEvidence('x-ratelimit-remaining', '0')],
  };
};

export const github: Provider = {
  name: 'github',
  hosts: ['github.com', 'githubusercontent.com', 'ghcr.io'],
  fields: ['x-github-request-id', 'x-github-media-type', ['server', /^github\.com$/i]],
  rule,
  sentences: [
    { cause: 'account-suspended', when: /this installation has been suspended/ },
    { cause: 'scope-missing', when: /the token provided does not match expected scopes/ },
    {
      cause: 'permission-denied',
      when: /^permission_denied: write_package\b|^installation not allowed to (?:write|create) organization package/,
      confidence: 'likely',
    },
    {
      cause: 'credential-invalid',
      when: /could not be authenticated by the github packages service/,
      confidence: 'likely',
    },
  ],
  impliedScopes,
  remedies: {
    'credential-invalid':
      'GitHub says "Bad credentials" for expired, revoked and mistyped tokens alike; create a new one at https://github.com/settings/tokens',
    'credential-expired': 'Regenerate it at https://github.com/settings/tokens',
    'scope-missing':
      'Edit the token at https://github.com/settings/tokens (a fine-grained one also needs the repository and its permission selected). See https://docs.github.com/en/rest/authentication/permissions-required-for-fine-grained-personal-access-tokens',
    'step-up-required':
      'Authorise the token for the organisation: https://docs.github.com/en/enterprise-cloud@latest/authentication/authenticating-with-single-sign-on/authorizing-a-personal-access-token-for-use-with-single-sign-on',
    'ip-not-allowed':
      'An owner of the organisation manages the list: https://docs.github.com/en/enterprise-cloud@latest/organizations/keeping-your-organization-secure/managing-security-settings-for-your-organization/managing-allowed-ip-addresses-for-your-organization',
    'permission-denied':
      'For a package: add the repository under "Manage Actions access" in the settings of the package, and give the workflow `permissions: packages: write`.',
    'account-suspended':
      'Only the owner can lift it: of the account, of the repository, or of the installation of the app, in their own settings. See https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api',
    unknown:
      'A private repository that the token may not see is answered with 404. See https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api',
    'rate-limited': 'See https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api',
  },
};
