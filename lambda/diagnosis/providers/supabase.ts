import { POSTGREST_CODES } from './postgrest.ts';
import type { Provider } from './provider.ts';

/**
 * Supabase: PostgREST under `/rest`, and its own codes under `/auth`.
 *
 * @see https://supabase.com/docs/guides/auth/debugging/error-codes
 * @see https://supabase.com/docs/guides/api/rest/postgrest-error-codes
 * @see https://github.com/supabase/supabase/pull/50450
 */
export const supabase: Provider = {
  name: 'supabase',
  hosts: ['supabase.co'],
  codesAt: /^(?:code|error_code)$/,
  codes: {
    ...POSTGREST_CODES,
    no_authorization: 'credential-missing',
    bad_jwt: 'credential-invalid',
    unexpected_audience: 'credential-invalid',
    session_expired: 'credential-expired',
    session_not_found: 'credential-revoked',
    refresh_token_already_used: 'credential-revoked',
    user_banned: 'credential-revoked',
    not_admin: 'permission-denied',
    insufficient_aal: 'step-up-required',
    email_not_confirmed: 'step-up-required',
    phone_not_confirmed: 'step-up-required',
    captcha_failed: 'step-up-required',
    signup_disabled: 'feature-unavailable',
    email_provider_disabled: 'feature-unavailable',
    saml_provider_disabled: 'feature-unavailable',
  },
  remedies: {
    'permission-denied':
      'Grant the role the privilege on the table, which new projects do not do by themselves, or add a row-level security policy: https://supabase.com/docs/guides/api/rest/postgrest-error-codes',
    'step-up-required':
      'See https://supabase.com/docs/guides/auth/debugging/error-codes for the step that this code asks for.',
    'feature-unavailable': "Enable the sign-in method in the project's authentication settings.",
  },
};
