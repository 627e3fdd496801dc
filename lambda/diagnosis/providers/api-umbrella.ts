import type { Provider } from './provider.ts';

/**
 * API Umbrella, the gateway before api.data.gov and its agencies. It answers in the format of the call: in HTML and CSV
 * the code is a sentence.
 *
 * @see https://github.com/NREL/api-umbrella/blob/main/config/schema.cue
 * @see https://github.com/nasa/api-docs/issues/210
 */
export const apiUmbrella: Provider = {
  name: 'api-umbrella',
  hosts: ['api.data.gov', 'api.fda.gov', 'api.nasa.gov', 'developer.nrel.gov'],
  fields: ['x-api-umbrella-request-id'],
  sentences: [
    { cause: 'credential-missing', when: /\bapi_key_missing\b/ },
    { cause: 'credential-invalid', when: /\bapi_key_invalid\b/ },
    { cause: 'credential-revoked', when: /\bapi_key_disabled\b/ },
    { cause: 'step-up-required', when: /\bapi_key_unverified\b/ },
    { cause: 'scope-missing', when: /\bapi_key_unauthorized\b/ },
    { cause: 'request-rejected', when: /\bhttps_required\b/ },
  ],
  codesAt: /^(?:response\.)?error\.code$/,
  codes: {
    api_key_missing: 'credential-missing',
    api_key_invalid: 'credential-invalid',
    api_key_disabled: 'credential-revoked',
    api_key_unverified: 'step-up-required',
    api_key_unauthorized: 'scope-missing',
    over_rate_limit: 'rate-limited',
    https_required: 'request-rejected',
    not_found: 'wrong-endpoint',
  },
  requestIdFields: ['x-api-umbrella-request-id'],
  remedies: {
    'credential-missing': 'Sign up for a key at the site of the agency.',
    'step-up-required': 'Open the link in the mail that came with the key.',
    'rate-limited': 'DEMO_KEY allows few calls an hour for each address: sign up for a key of your own.',
  },
};
