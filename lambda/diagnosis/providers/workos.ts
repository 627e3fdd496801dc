import type { Provider } from './provider.ts';

/**
 * Answers of WorkOS's authentication that ask for one more step; each has a token to go on with.
 *
 * @see https://workos.com/docs/reference/authkit/authentication-errors
 */
export const workos: Provider = {
  name: 'workos',
  hosts: ['workos.com'],
  codesAt: /^(?:code|error)$/,
  codes: {
    email_verification_required: 'step-up-required',
    mfa_enrollment: 'step-up-required',
    mfa_challenge: 'step-up-required',
    mfa_verification: 'step-up-required',
    sso_required: 'step-up-required',
    organization_selection_required: 'step-up-required',
  },
  remedies: {
    'step-up-required':
      'Go on with `pending_authentication_token`: https://workos.com/docs/reference/authkit/authentication-errors',
  },
};
