import { googleErrors } from './google/errors.ts';
import { GOOGLE_REMEDIES } from './google/remedies.ts';
import type { Provider } from './provider.ts';

const DELEGATION =
  "For domain-wide delegation, a super admin adds the service account's client id with each scope, which can take a day to work: https://developers.google.com/workspace/cloud-search/docs/guides/delegation";

/**
 * Google's token endpoint. What it says stands among Google's sentences, since `www.googleapis.com` says it as well.
 *
 * @see https://developers.google.com/identity/protocols/oauth2/service-account
 */
export const googleOauth: Provider = {
  name: 'google-oauth',
  hosts: ['oauth2.googleapis.com', 'accounts.google.com'],
  rule: googleErrors(),
  // As the JSON of the endpoint or of its consent page has it.
  codesAt: /^error$/,
  codes: { deleted_client: 'credential-revoked', invalid_audience: 'credential-invalid' },
  remedies: {
    ...GOOGLE_REMEDIES,
    'scope-missing': DELEGATION,
    'feature-unavailable': DELEGATION,
    'signature-invalid':
      "Check the clock, then that private key and mail address are of the same service account's key.",
    'credential-invalid':
      'See client id, client secret and audience at https://console.cloud.google.com/apis/credentials',
    'credential-revoked':
      'Have the user consent again, or create the client anew at https://console.cloud.google.com/apis/credentials',
    'step-up-required':
      "The organisation's session control asks for a new sign-in: have the user sign in again, or use a service account.",
  },
};
