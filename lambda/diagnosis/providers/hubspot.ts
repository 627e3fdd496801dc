import type { Provider } from './provider.ts';

/**
 * HubSpot, whose general codes say it all.
 *
 * @see https://developers.hubspot.com/docs/api-reference/error-handling.md
 * @see https://github.com/airbytehq/airbyte/issues/74726
 */
export const hubspot: Provider = {
  name: 'hubspot',
  hosts: ['hubapi.com'],
  fields: ['x-hubspot-correlation-id'],
  requestIdFields: ['x-hubspot-correlation-id'],
  remedies: {
    'credential-expired': 'Access tokens live for 30 minutes: exchange the refresh token, then repeat the call.',
    'scope-missing':
      "Add it to the private app's scopes, or have the account authorise the app again. See https://developers.hubspot.com/docs/api-reference/error-handling.md",
  },
};
