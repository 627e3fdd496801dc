import type { Provider } from './provider.ts';

/**
 * Auth0's login and second factor; `mfa_invalid_code` is a wrong or an old one.
 *
 * @see https://auth0.com/docs/libraries/common-auth0-library-authentication-errors
 * @see https://auth0.com/docs/mfa/auth0-guardian/guardian-error-code-reference
 * @see https://auth0.github.io/auth0-react/types/AnonymousSessionErrorCode.html
 */
export const auth0: Provider = {
  name: 'auth0',
  hosts: ['auth0.com'],
  codesAt: /^(?:error|code|errorCode)$/,
  codes: {
    mfa_required: 'step-up-required',
    mfa_registration_required: 'step-up-required',
    mfa_invalid_code: 'credential-invalid',
    invalid_user_password: 'credential-invalid',
    invalid_bearer_format: 'credential-invalid',
    tenant_not_found: 'wrong-endpoint',
    feature_disabled: 'feature-unavailable',
    feature_disabled_by_admin: 'feature-unavailable',
    feature_not_enabled: 'feature-unavailable',
  },
  remedies: {
    'step-up-required':
      'The tenant asks for a second factor; the user has to give or to enrol one. See https://auth0.com/docs/libraries/common-auth0-library-authentication-errors',
    'credential-invalid':
      'See https://auth0.com/docs/libraries/common-auth0-library-authentication-errors for what the code means.',
  },
};
