import type { Provider } from './provider.ts';

/**
 * HeadHunter: 403 for nearly everything, an expired token included. Its words in `value` tell; what the token endpoint
 * says stands in `error_description`.
 *
 * @see https://github.com/hhru/api/blob/master/docs/errors.md
 */
export const hh: Provider = {
  name: 'hh',
  hosts: ['hh.ru'],
  sentences: [
    { cause: 'rate-limited', when: /^app token refresh too early/ },
    { cause: 'request-rejected', when: /^token not expired$/ },
    { cause: 'account-suspended', when: /^account is locked$/ },
    { cause: 'credential-invalid', when: /^(?:account not found|bad token|token not found)$/ },
    { cause: 'step-up-required', when: /^login not verified$/ },
    { cause: 'credential-revoked', when: /^(?:token was revoked|token deactivated|code was revoked?)$/ },
    { cause: 'credential-expired', when: /^code expired$/ },
  ],
  codesAt: /^errors\[\d{1,3}\]\.(?:type|value)$/,
  codes: {
    bad_user_agent: 'request-rejected',
    bad_authorization: 'credential-invalid',
    token_expired: 'credential-expired',
    token_revoked: 'credential-revoked',
    application_not_found: 'credential-revoked',
    user_auth_expected: 'credential-invalid',
    api_access_payment: 'feature-unavailable',
    not_enough_purchased_services: 'quota-exceeded',
    quota_exceeded: 'quota-exceeded',
    limit_exceeded: 'quota-exceeded',
    overall_limit: 'quota-exceeded',
    creation_forbidden: 'permission-denied',
    already_applied: 'request-rejected',
  },
  remedies: {
    'credential-expired': 'Refresh the token: https://github.com/hhru/api/blob/master/docs/authorization.md',
    'credential-revoked':
      'Have the user authorise the app again: https://github.com/hhru/api/blob/master/docs/authorization.md',
    'request-rejected':
      'Send a User-Agent with the name of the app and a mail address: https://github.com/hhru/api/blob/master/docs/general.md',
    'feature-unavailable':
      'Buy access to the paid methods: https://github.com/hhru/api/blob/master/docs/payable/employer_methods.md',
  },
};
