import type { Provider } from './provider.ts';

/**
 * Web services of Moodle, which refuse with status 200.
 *
 * @see https://github.com/mudrd8mz/node-moodle-client/issues/12
 * @see https://github.com/getsmarter/moodle-api/issues/22
 */
export const moodle: Provider = {
  name: 'moodle',
  wrote: ({ path, leaves }) =>
    /\/(?:webservice\/(?:[a-z]{3,10}\/server|pluginfile|upload)|login\/token)\.php\b/.test(path) ||
    leaves.some((leaf) => leaf.value === 'moodle_exception'),
  sentences: [{ cause: 'credential-missing', when: /^a required parameter \((?:ws)?token\) was missing$/ }],
  codesAt: /errorcode$/i,
  codes: {
    invalidtoken: 'credential-invalid',
    invalidlogin: 'credential-invalid',
    accessexception: 'permission-denied',
  },
  remedies: {
    'credential-invalid':
      'An administrator of the site sees which tokens there are, and issues a new one for the web service.',
    'permission-denied':
      "See that the function belongs to the token's service, and that the user may use that service and has the capability.",
  },
};
