import type { Provider } from './provider.ts';

/**
 * Zoom: "Invalid access token, does not contain scopes" with status 400 is about the scopes; its daily limit calls
 * itself a rate limit.
 *
 * @see https://developers.zoom.us/docs/api/errors
 * @see https://github.com/jrchamp/moodle-mod_zoom/issues/474
 * @see https://github.com/zoom/api-v1/issues/19
 */
export const zoom: Provider = {
  name: 'zoom',
  hosts: ['zoom.us'],
  sentences: [
    { cause: 'scope-missing', when: /does not contain scopes:? ?\[/ },
    { cause: 'credential-expired', when: /^access token is expired/ },
    { cause: 'quota-exceeded', when: /\bdaily rate limit\b/ },
    { cause: 'rate-limited', when: /maximum number of api requests are already reached/ },
  ],
  codesAt: /^code$/,
  codes: { '124': 'credential-invalid' },
  remedies: {
    'scope-missing':
      'Add one of these scopes to the app under Scopes at https://marketplace.zoom.us and get a new token; the change takes a while.',
    'quota-exceeded': 'The day ends at 00:00 UTC. See https://developers.zoom.us/docs/api/errors',
  },
};
