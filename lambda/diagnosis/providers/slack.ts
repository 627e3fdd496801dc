import type { Cause } from '../causes.ts';
import { codeEvidence, type Finding, type Rule } from '../finding.ts';
import { at, textAt } from '../reading/json.ts';
import { splitScopes } from '../reading/scopes.ts';
import type { Provider } from './provider.ts';

/**
 * `error` of an answer with `ok: false`, which comes with status 200.
 *
 * @see https://docs.slack.dev/reference/methods/auth.test
 * @see https://github.com/aki017/slack-api-docs/blob/master/methods/auth.revoke.json
 */
const ERRORS: Readonly<Record<string, Cause>> = {
  not_authed: 'credential-missing',
  invalid_auth: 'credential-invalid',
  invalid_token: 'credential-invalid',
  not_allowed_token_type: 'credential-invalid',
  invalid_client_id: 'credential-invalid',
  bad_client_secret: 'credential-invalid',
  invalid_refresh_token: 'credential-invalid',
  token_expired: 'credential-expired',
  token_revoked: 'credential-revoked',
  account_inactive: 'credential-revoked',
  missing_scope: 'scope-missing',
  no_permission: 'scope-missing',
  access_denied: 'permission-denied',
  cant_invite: 'permission-denied',
  is_archived: 'request-rejected',
  not_in_channel: 'permission-denied',
  restricted_action: 'permission-denied',
  user_is_restricted: 'permission-denied',
  user_is_ultra_restricted: 'permission-denied',
  user_is_bot: 'permission-denied',
  not_admin: 'permission-denied',
  ekm_access_denied: 'permission-denied',
  org_login_required: 'step-up-required',
  two_factor_setup_required: 'step-up-required',
  enterprise_is_restricted: 'permission-denied',
  team_access_not_granted: 'permission-denied',
  team_added_to_org: 'step-up-required',
  ratelimited: 'rate-limited',
  rate_limited: 'rate-limited',
  message_limit_exceeded: 'rate-limited',
  paid_only: 'feature-unavailable',
  paid_teams_only: 'feature-unavailable',
  feature_not_enabled: 'feature-unavailable',
  app_missing_action_url: 'request-rejected',
  action_prohibited: 'permission-denied',
  posting_to_general_channel_denied: 'permission-denied',
  insecure_request: 'request-rejected',
  method_deprecated: 'wrong-endpoint',
  deprecated_endpoint: 'wrong-endpoint',
  unknown_method: 'wrong-endpoint',
};

/** Slack's answers; what a webhook says as bare text has the same names. */
const rule: Rule = (reading): Finding | undefined => {
  const code = reading.codes.find(
    ({ path, value }) => (path === 'error' || path === '') && Object.hasOwn(ERRORS, value),
  );
  const cause = code === undefined ? undefined : ERRORS[code.value];
  if (code === undefined || cause === undefined) return undefined;
  if (reading.content === 'json' && at(reading.json, 'ok') !== false) return undefined;
  const needed = textAt(reading.json, 'needed');
  const provided = textAt(reading.json, 'provided');
  const granted = provided === undefined ? [] : splitScopes(provided);
  const missing = splitScopes(needed ?? '').filter((scope) => !granted.includes(scope));
  return {
    cause,
    confidence: 'certain',
    evidence: [
      codeEvidence(code),
      ...(needed === undefined ? [] : [{ where: 'body needed', what: needed.slice(0, 160) }]),
    ],
    details: {
      ...(missing.length > 0 && { missingScopes: missing }),
      ...(granted.length > 0 && { grantedScopes: granted }),
    },
  };
};

export const slack: Provider = {
  name: 'slack',
  hosts: ['slack.com'],
  fields: ['x-slack-req-id', 'x-slack-backend'],
  rule,
  remedies: {
    'scope-missing':
      'Add the scope under "OAuth & Permissions" at https://api.slack.com/apps and reinstall the app: a token keeps the scopes that it was issued with.',
    'credential-revoked': 'Reinstall the app at https://api.slack.com/apps',
    'credential-expired': 'Exchange the refresh token: https://docs.slack.dev/authentication/using-token-rotation',
  },
};
