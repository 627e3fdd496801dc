import type { Provider } from './provider.ts';

/**
 * Identity-Aware Proxy, in front of applications under any name.
 *
 * @see https://github.com/GoogleCloudPlatform/professional-services/issues/603 (its field, the audience)
 * @see https://github.com/googleapis/google-auth-library-nodejs/issues/792 (the mail address)
 * @see https://github.com/googleapis/google-auth-library-nodejs/issues/438 (an access token in an ID token's place)
 */
export const googleIap: Provider = {
  name: 'google-iap',
  fields: ['x-goog-iap-generated-response'],
  sentences: [
    { cause: 'credential-missing', when: /^invalid iap credentials: empty token/ },
    { cause: 'credential-invalid', when: /^invalid iap credentials:/ },
  ],
  remedies: {
    'credential-missing': "Send an ID token whose audience is the proxy's OAuth client.",
    'credential-invalid':
      "Send an ID token, not an access token, whose audience is the proxy's OAuth client and which includes the mail address.",
  },
};
