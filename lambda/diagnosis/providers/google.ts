import type { Cause } from '../causes.ts';
import { codeEvidence, type Finding, findMessage, messageEvidence, type Rule } from '../finding.ts';
import type { Provider } from './provider.ts';

/**
 * `ErrorInfo.reason`, the older `errors[].reason`, and the Maps APIs' `status`.
 *
 * @see https://cloud.google.com/php/docs/reference/common-protos/latest/Api.ErrorReason
 * @see https://developers.google.com/drive/api/guides/handle-errors
 * @see https://github.com/googlemaps/openapi-specification/blob/main/specification/schemas/PlacesSearchStatus.yml
 */
const REASONS: Readonly<Record<string, Cause>> = {
  access_token_expired: 'credential-expired',
  access_token_scope_insufficient: 'scope-missing',
  access_token_type_unsupported: 'credential-invalid',
  account_state_invalid: 'account-suspended',
  api_key_invalid: 'credential-invalid',
  api_key_service_blocked: 'scope-missing',
  api_key_http_referrer_blocked: 'cors-rejected',
  api_key_ip_address_blocked: 'ip-not-allowed',
  api_key_android_app_blocked: 'request-rejected',
  api_key_ios_app_blocked: 'request-rejected',
  billing_disabled: 'account-suspended',
  consumer_suspended: 'account-suspended',
  consumer_invalid: 'credential-invalid',
  credentials_missing: 'credential-missing',
  iam_permission_denied: 'permission-denied',
  location_policy_violated: 'geo-blocked',
  org_restriction_violation: 'permission-denied',
  rate_limit_exceeded: 'rate-limited',
  resource_quota_exceeded: 'quota-exceeded',
  security_policy_violated: 'ip-not-allowed',
  service_disabled: 'feature-unavailable',
  user_project_denied: 'permission-denied',
  session_cookie_expired: 'credential-expired',
  session_cookie_invalid: 'credential-invalid',
  insufficientpermissions: 'scope-missing',
  accessnotconfigured: 'feature-unavailable',
  iprefererblocked: 'cors-rejected',
  userratelimitexceeded: 'rate-limited',
  ratelimitexceeded: 'rate-limited',
  dailylimitexceeded: 'quota-exceeded',
  quotaexceeded: 'quota-exceeded',
  dailylimitexceededunreg: 'credential-missing',
  variabletermlimitexceeded: 'rate-limited',
  domainpolicy: 'permission-denied',
  insufficientfilepermissions: 'permission-denied',
  appnotauthorizedtofile: 'scope-missing',
  storagequotaexceeded: 'quota-exceeded',
  keyexpired: 'credential-expired',
  keyinvalid: 'credential-invalid',
  autherror: 'credential-invalid',
  required: 'credential-missing',
  over_query_limit: 'quota-exceeded',
  over_daily_limit: 'quota-exceeded',
};

/** Google's reasons; the sentence beside one decides where the same reason covers several restrictions. */
const rule: Rule = (reading): Finding | undefined => {
  const restricted = findMessage(
    reading,
    /requests from (?:this )?(?:referer|android|ios)|did not specify any referer|per-ip or per-referer|ip, site or mobile application|ip address restriction/,
  );
  if (restricted !== undefined) {
    const cause = /requests from referer|did not specify any referer/.test(restricted.plain)
      ? 'cors-rejected'
      : 'ip-not-allowed';
    return { cause, confidence: 'likely', evidence: [messageEvidence(restricted)] };
  }
  const expiredKey = findMessage(reading, /api key expired\. please renew/);
  if (expiredKey !== undefined)
    return { cause: 'credential-expired', confidence: 'certain', evidence: [messageEvidence(expiredKey)] };
  for (const code of reading.codes) {
    const reason = code.value.toLowerCase();
    if (!/(?:^|\.)(?:reason|status)$/.test(code.path) || !Object.hasOwn(REASONS, reason)) continue;
    const cause = REASONS[reason];
    if (cause === undefined || (cause === 'rate-limited' && findMessage(reading, /\bper day\b|daily/) !== undefined))
      continue;
    return { cause, confidence: 'certain', evidence: [codeEvidence(code)] };
  }
  return undefined;
};

export const google: Provider = {
  name: 'google',
  hosts: ['googleapis.com', 'google.com'],
  rule,
  remedies: {
    'scope-missing':
      'Request the scope and have the user consent again: https://developers.google.com/identity/protocols/oauth2/scopes',
    'feature-unavailable':
      'It takes a few minutes to work once the API is enabled for the project at https://console.cloud.google.com/apis/library',
    'permission-denied': 'Grant a role with this permission: https://cloud.google.com/iam/docs/troubleshooting-access',
    'ip-not-allowed':
      'For VPC Service Controls, edit the perimeter; for a key, its application restrictions at https://console.cloud.google.com/apis/credentials',
    'cors-rejected': "Edit the key's website restrictions at https://console.cloud.google.com/apis/credentials",
    'quota-exceeded': 'See and raise quotas at https://console.cloud.google.com/iam-admin/quotas',
  },
};
