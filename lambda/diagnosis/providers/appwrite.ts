import type { Cause } from '../causes.ts';
import { codeEvidence, type Rule } from '../finding.ts';
import type { Provider } from './provider.ts';

const CODES: Readonly<Record<string, Cause>> = {
  general_unauthorized_scope: 'scope-missing',
  general_access_forbidden: 'permission-denied',
  general_unknown_origin: 'cors-rejected',
  general_service_disabled: 'feature-unavailable',
  general_smtp_disabled: 'feature-unavailable',
  general_phone_disabled: 'feature-unavailable',
  general_rate_limit_exceeded: 'rate-limited',
  general_route_not_found: 'wrong-endpoint',
  general_protocol_unsupported: 'request-rejected',
  user_jwt_invalid: 'credential-invalid',
  user_invalid_token: 'credential-invalid',
  user_invalid_credentials: 'credential-invalid',
  user_blocked: 'credential-revoked',
  user_password_reset_required: 'step-up-required',
  user_email_not_whitelisted: 'permission-denied',
  user_ip_not_whitelisted: 'ip-not-allowed',
  user_unauthorized: 'permission-denied',
  user_auth_method_unsupported: 'feature-unavailable',
  user_count_exceeded: 'quota-exceeded',
  team_invalid_secret: 'credential-invalid',
  team_invite_mismatch: 'permission-denied',
  storage_invalid_file: 'request-rejected',
};

/** A guest is told of scopes too: where nothing was sent, there is no scope to add. */
const rule: Rule = ({ codes, credential, requestFields }) => {
  const code = codes.find(({ path, value }) => path === 'type' && value === 'general_unauthorized_scope');
  const isGuest =
    credential.sent === false && !requestFields.has('x-appwrite-jwt') && !requestFields.has('x-appwrite-session');
  return code !== undefined && isGuest
    ? { cause: 'credential-missing', confidence: 'likely', evidence: [codeEvidence(code)] }
    : undefined;
};

/**
 * Appwrite, hosted and self-hosted: `type` tells, while most of its statuses are 401.
 *
 * @see https://github.com/appwrite/appwrite/blob/main/app/config/errors.php
 */
export const appwrite: Provider = {
  name: 'appwrite',
  hosts: ['appwrite.io'],
  wrote: ({ requestFields, codes }) =>
    requestFields.has('x-appwrite-project') ||
    codes.some(({ path, value }) => path === 'type' && value.startsWith('general_') && Object.hasOwn(CODES, value)),
  rule,
  codesAt: /^type$/,
  codes: CODES,
  remedies: {
    'scope-missing': 'Edit the scopes of the API key in the Appwrite console; they are listed per key.',
    'cors-rejected': 'List the domain as a platform of the project in the Appwrite console.',
    'feature-unavailable': 'Enable the service or the authentication method in the Appwrite console.',
    'credential-revoked': 'Unblock the user in the Appwrite console.',
    'quota-exceeded': 'See the limit of users in the Appwrite console.',
    'request-rejected': 'Where the answer names `_APP_OPTIONS_FORCE_HTTPS`, call over HTTPS.',
  },
};
