import type { Provider } from './provider.ts';

/**
 * GitLab tells the user's state apart from the token's: what an API answers as `403 Forbidden - …` is about the user,
 * whose token works again once that is settled.
 *
 * @see https://github.com/gitlabhq/gitlabhq/blob/master/lib/gitlab/auth/user_access_denied_reason.rb
 * @see https://github.com/gitlabhq/gitlabhq/blob/master/lib/api/api_guard.rb
 * @see https://docs.gitlab.com/rate_limits/abuse_bans/
 * @see https://github.com/apache/devlake/issues/8550 (a bare 403 where the project's feature is off)
 */
export const gitlab: Provider = {
  name: 'gitlab',
  hosts: ['gitlab.com'],
  fields: ['x-gitlab-meta'],
  wrote: ({ messages }) => messages.some(({ path, text }) => path === 'message' && /^403 Forbidden - [A-Z]/.test(text)),
  sentences: [
    { cause: 'step-up-required', when: /your password expired\./ },
    { cause: 'step-up-required', when: /must accept the terms of service in order to perform this action/ },
    { cause: 'step-up-required', when: /your primary email address is not confirmed/ },
    { cause: 'step-up-required', when: /your account is pending approval from your administrator/ },
    { cause: 'credential-revoked', when: /your account has been (?:deactivated by your administrator|blocked)/ },
    { cause: 'credential-revoked', when: /token is an impersonation token but impersonation was disabled/ },
    { cause: 'permission-denied', when: /this action cannot be performed by internal users/ },
  ],
  codes: { dpop_error: 'signature-invalid' },
  codesAt: /^error$/,
  remedies: {
    'credential-expired': 'Create a new one: https://docs.gitlab.com/ee/user/profile/personal_access_tokens.html',
    'credential-revoked':
      'Look first whether the user behind the token was deactivated or blocked: signing in from a browser reactivates a deactivated one.',
    'scope-missing':
      'Create a token with this scope: https://docs.gitlab.com/ee/user/profile/personal_access_tokens.html',
    'step-up-required': 'Sign in to GitLab from a browser as that user and do what it asks for; the token stays valid.',
    'rate-limited':
      'Repeated failed logins also ban an address for a while: https://docs.gitlab.com/rate_limits/abuse_bans/',
    unknown:
      "A bare 403 is often a feature that is switched off in the project's settings, though the token has the scope and the user is its owner. A bare 403 on everything for an hour is a ban of the address after failed logins: https://docs.gitlab.com/rate_limits/abuse_bans/",
  },
};
