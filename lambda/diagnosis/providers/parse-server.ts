import type { Provider } from './provider.ts';

/**
 * Parse Server, which refuses an unknown application id or client key with a 403 and hides why a master key is refused.
 *
 * @see https://github.com/parse-community/parse-server/blob/alpha/src/middlewares.js
 */
export const parseServer: Provider = {
  name: 'parse-server',
  wrote: ({ requestFields, messages }) =>
    requestFields.has('x-parse-application-id') ||
    messages.some(({ path, plain }) => path === 'error' && plain === 'unauthorized: master key is required'),
  sentences: [{ cause: 'permission-denied', when: /^unauthorized: master key is required$/ }],
  codesAt: /^error$/,
  codes: { unauthorized: 'credential-invalid' },
  remedies: {
    'permission-denied':
      "Send the master key, from an address in the server's `masterKeyIps`: a right key from elsewhere gets the same answer, and only the server's log tells.",
    'credential-invalid': 'Compare `X-Parse-Application-Id` and the client key with the configuration of the server.',
  },
};
