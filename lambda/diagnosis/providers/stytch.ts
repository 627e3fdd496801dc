import type { Provider } from './provider.ts';

/**
 * @see https://stytch.com/docs/api-reference/b2b/api/errors/403.md
 * @see https://stytch.com/docs/api-reference/fraud/api/errors/401.md
 */
export const stytch: Provider = {
  name: 'stytch',
  hosts: ['stytch.com'],
  codesAt: /^error_type$/,
  codes: {
    captcha_required: 'step-up-required',
    organization_suspended: 'account-suspended',
    unauthorized_credentials_error: 'credential-invalid',
    // Of the caller's user, with status 404: over, revoked or never there.
    session_not_found: 'credential-invalid',
    too_many_requests: 'rate-limited',
  },
  remedies: {
    'credential-invalid':
      'Project id and secret of test and live differ, and so do their hosts; a session that is not found needs a new login.',
  },
};
