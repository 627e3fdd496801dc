import type { Cause } from '../causes.ts';
import { codeEvidence, type Rule } from '../finding.ts';
import { googleErrors } from './google/errors.ts';
import { GOOGLE_REMEDIES } from './google/remedies.ts';
import { byProvider, type Provider } from './provider.ts';

/**
 * `errorCode` of a `GoogleAdsFailure`, which stands under the name of its kind.
 *
 * @see https://developers.google.com/google-ads/api/reference/rpc/v22/AuthorizationErrorEnum.AuthorizationError
 * @see https://developers.google.com/google-ads/api/reference/rpc/v22/AuthenticationErrorEnum.AuthenticationError
 */
const CODES: Readonly<Record<string, Cause>> = {
  USER_PERMISSION_DENIED: 'permission-denied',
  ACTION_NOT_PERMITTED: 'permission-denied',
  METRIC_ACCESS_DENIED: 'permission-denied',
  NOT_ADS_USER: 'permission-denied',
  INVALID_LOGIN_CUSTOMER_ID_SERVING_CUSTOMER_ID_COMBINATION: 'permission-denied',
  DEVELOPER_TOKEN_NOT_APPROVED: 'feature-unavailable',
  DEVELOPER_TOKEN_NOT_ON_ALLOWLIST: 'feature-unavailable',
  SERVICE_ACCESS_DENIED: 'feature-unavailable',
  PROJECT_DISABLED: 'feature-unavailable',
  DEVELOPER_TOKEN_PROHIBITED: 'credential-invalid',
  OAUTH_TOKEN_INVALID: 'credential-invalid',
  OAUTH_TOKEN_HEADER_INVALID: 'credential-invalid',
  OAUTH_TOKEN_EXPIRED: 'credential-expired',
  OAUTH_TOKEN_REVOKED: 'credential-revoked',
  OAUTH_TOKEN_DISABLED: 'credential-revoked',
  GOOGLE_ACCOUNT_DELETED: 'credential-revoked',
  CUSTOMER_NOT_ENABLED: 'account-suspended',
  ACTION_NOT_PERMITTED_FOR_SUSPENDED_ACCOUNT: 'account-suspended',
  MISSING_TOS: 'step-up-required',
  INCOMPLETE_SIGNUP: 'step-up-required',
  TWO_STEP_VERIFICATION_NOT_ENROLLED: 'step-up-required',
  ADVANCED_PROTECTION_NOT_ENROLLED: 'step-up-required',
};
const errors = googleErrors();

const rule: Rule = (reading, context) => {
  const leaf = reading.leaves.find(
    ({ path, value }) =>
      /errorCode\.(?:authorizationError|authenticationError)$/.test(path) && Object.hasOwn(CODES, String(value)),
  );
  const cause = leaf && CODES[String(leaf.value)];
  if (leaf === undefined || cause === undefined)
    return byProvider({ name: 'google-ads', rule: errors }, reading, context);
  const code = { path: leaf.path, value: String(leaf.value), words: '' };
  return { cause, confidence: 'certain', evidence: [codeEvidence(code)] };
};

export const googleAds: Provider = {
  name: 'google-ads',
  hosts: ['googleads.googleapis.com'],
  rule,
  requestIdFields: ['request-id'],
  remedies: {
    ...GOOGLE_REMEDIES,
    'permission-denied':
      'Give the user access to the customer; through a manager account, send its id without hyphens in `login-customer-id`.',
    'feature-unavailable': "See the developer token's access level in the API Center of the manager account.",
    'credential-invalid':
      'See that the developer token is used with the Cloud project to which it is bound, then the OAuth token.',
  },
};
