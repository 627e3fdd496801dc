import { findMessage } from '../finding.ts';
import type { Provider } from './provider.ts';

const INVALID = /^invalid iap credentials:/;

/**
 * Identity-Aware Proxy, in front of applications under any name.
 *
 * @see https://github.com/googleapis/google-auth-library-nodejs/issues/792
 * @see https://github.com/googleapis/google-auth-library-nodejs/issues/438 (an access token in an ID token's place)
 */
export const googleIap: Provider = {
  name: 'google-iap',
  wrote: (reading) => findMessage(reading, INVALID) !== undefined,
  sentences: [{ cause: 'credential-invalid', when: INVALID }],
  remedies: {
    'credential-invalid':
      "Send an ID token, not an access token, whose audience is the proxy's OAuth client and which includes the mail address.",
  },
};
