import type { Provider } from './provider.ts';

/**
 * Dropbox's tags that are no matter of the token.
 *
 * @see https://docs.rs/crate/dropbox-sdk/0.20.3/source/dropbox-api-spec/auth.stone
 * @see https://dropbox.tech/developers/customizing-scopes-in-oauth-flow
 */
export const dropbox: Provider = {
  name: 'dropbox',
  hosts: ['dropboxapi.com', 'dropbox.com'],
  codesAt: /(?:^|\.)\.tag$/,
  codes: {
    invalid_account_type: 'feature-unavailable',
    invalid_select_admin: 'permission-denied',
    invalid_select_user: 'permission-denied',
    paper_access_denied: 'feature-unavailable',
    route_access_denied: 'feature-unavailable',
  },
  remedies: {
    'scope-missing':
      'Tick it under "Permissions" of the app at https://www.dropbox.com/developers/apps and have the user authorise it again.',
  },
};
