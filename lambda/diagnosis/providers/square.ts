import type { Provider } from './provider.ts';

/**
 * Square's codes whose names alone do not tell.
 *
 * @see https://developer.squareup.com/reference/square/enums/ErrorCode
 */
export const square: Provider = {
  name: 'square',
  hosts: ['squareup.com'],
  codesAt: /\.code$/,
  codes: {
    application_disabled: 'account-suspended',
    card_processing_not_enabled: 'feature-unavailable',
    merchant_subscription_not_found: 'feature-unavailable',
    v1_access_token: 'credential-invalid',
  },
  remedies: {
    'credential-expired':
      'Renew it with the refresh token; whether a token is good says https://developer.squareup.com/docs/oauth-api/token-introspection',
    'scope-missing':
      'Authorise again with it; what a token has now says https://developer.squareup.com/docs/oauth-api/token-introspection',
  },
};
