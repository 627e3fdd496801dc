import type { Cause } from '../../causes.ts';

/**
 * `ErrorInfo.reason`, the older `errors[].reason`, and the Maps APIs' `status`, in lower case. The older `forbidden`
 * and `failedPrecondition` say nothing and are left to their sentence, as is `REQUEST_DENIED`.
 *
 * @see https://github.com/googleapis/googleapis/blob/master/google/api/error_reason.proto
 * @see https://cloud.google.com/php/docs/reference/common-protos/latest/Api.ErrorReason
 * @see https://developers.google.com/drive/api/guides/handle-errors
 * @see https://developers.google.com/youtube/v3/docs/errors
 * @see https://github.com/googlemaps/openapi-specification/blob/main/specification/schemas/PlacesSearchStatus.yml
 * @see https://github.com/forseti-security/forseti-security/issues/1465 (`accountDisabled` is about billing)
 * @see https://github.com/n8n-io/n8n/issues/26050 (`storageQuotaExceeded`)
 */
export const REASONS: Readonly<Record<string, Cause>> = {
  access_token_expired: 'credential-expired',
  access_token_scope_insufficient: 'scope-missing',
  access_token_type_unsupported: 'credential-invalid',
  account_state_invalid: 'account-suspended',
  api_key_invalid: 'credential-invalid',
  api_key_service_blocked: 'scope-missing',
  api_key_http_referrer_blocked: 'cors-rejected',
  api_key_ip_address_blocked: 'ip-not-allowed',
  api_key_android_app_blocked: 'cors-rejected',
  api_key_ios_app_blocked: 'cors-rejected',
  billing_disabled: 'account-suspended',
  consumer_suspended: 'account-suspended',
  consumer_invalid: 'permission-denied',
  credentials_missing: 'credential-missing',
  iam_permission_denied: 'permission-denied',
  location_policy_violated: 'geo-blocked',
  location_tax_policy_violated: 'geo-blocked',
  org_restriction_violation: 'permission-denied',
  rate_limit_exceeded: 'rate-limited',
  resource_quota_exceeded: 'quota-exceeded',
  security_policy_violated: 'ip-not-allowed',
  service_disabled: 'feature-unavailable',
  user_project_denied: 'permission-denied',
  session_cookie_expired: 'credential-expired',
  session_cookie_invalid: 'credential-invalid',
  accountdelegationforbidden: 'permission-denied',
  accountdisabled: 'account-suspended',
  authenticateduseraccountclosed: 'account-suspended',
  authenticateduseraccountsuspended: 'account-suspended',
  accessnotconfigured: 'feature-unavailable',
  appnotauthorizedtofile: 'scope-missing',
  autherror: 'credential-invalid',
  dailylimitexceeded: 'quota-exceeded',
  dailylimitexceededunreg: 'credential-missing',
  domainpolicy: 'permission-denied',
  ineligibleaccount: 'step-up-required',
  insufficientfilepermissions: 'permission-denied',
  insufficientpermissions: 'scope-missing',
  iprefererblocked: 'cors-rejected',
  keyexpired: 'credential-expired',
  keyinvalid: 'credential-invalid',
  quotaexceeded: 'quota-exceeded',
  ratelimitexceeded: 'rate-limited',
  required: 'credential-missing',
  storagequotaexceeded: 'quota-exceeded',
  userratelimitexceeded: 'rate-limited',
  variabletermlimitexceeded: 'rate-limited',
  youtubesignuprequired: 'feature-unavailable',
  over_query_limit: 'quota-exceeded',
  over_daily_limit: 'quota-exceeded',
};
