import type { Provider } from './provider.ts';

/**
 * TikTok's codes are words; an app that has not been audited may post to private accounts only.
 *
 * @see https://developers.tiktok.com/doc/tiktok-api-v2-error-handling
 * @see https://github.com/brightbeanxyz/brightbean-studio/pull/144 (`unaudited_client_…`)
 */
export const tiktok: Provider = {
  name: 'tiktok',
  hosts: ['tiktokapis.com'],
  codesAt: /^error\.code$/,
  codes: {
    access_token_invalid: 'credential-invalid',
    scope_not_authorized: 'scope-missing',
    scope_permission_missed: 'scope-missing',
    rate_limit_exceeded: 'rate-limited',
    unaudited_client_can_only_post_to_private_accounts: 'feature-unavailable',
  },
  remedies: {
    'credential-invalid':
      'Refresh the token, and check that it is sent at all: TikTok says the same of both. See https://developers.tiktok.com/doc/tiktok-api-v2-error-handling',
    'scope-missing':
      'Ask the user to authorise the app again with that scope. See https://developers.tiktok.com/doc/tiktok-api-v2-error-handling',
    'feature-unavailable': 'Have the app audited, or post to a private account.',
  },
};
