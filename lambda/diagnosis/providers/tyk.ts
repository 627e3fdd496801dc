import type { Provider } from './provider.ts';

/**
 * Tyk. An unknown key, an unknown certificate and an invalid key share one text.
 *
 * @see https://github.com/TykTechnologies/tyk/blob/master/gateway/mw_jwt.go
 * @see https://github.com/TykTechnologies/tyk/blob/master/gateway/mw_auth_key.go
 * @see https://github.com/TykTechnologies/tyk/blob/master/gateway/mw_ip_whitelist.go
 */
export const tyk: Provider = {
  name: 'tyk',
  fields: [['x-generator', /^tyk\.io/i]],
  sentences: [
    { cause: 'credential-missing', when: /^authori[sz]ation field missing/ },
    { cause: 'credential-expired', when: /^key not authori[sz]ed: token has expired/ },
    { cause: 'credential-invalid', when: /^key not authori[sz]ed: token (?:used before issued|is not valid yet)/ },
    { cause: 'scope-missing', when: /^key not authori[sz]ed: no matching policy found in scope claim/ },
    {
      cause: 'credential-invalid',
      when: /^key not authori[sz]ed$|^(?:access disallowed|access to this api has been disallowed)/,
    },
    { cause: 'signature-invalid', when: /^request signature verification failed/ },
    { cause: 'ip-not-allowed', when: /^access from this ip has been disallowed/ },
  ],
  remedies: {
    'credential-invalid':
      'Tyk says the same of an unknown key and of a JWT that does not verify: look the key up in its dashboard.',
    'scope-missing': "The token's scope claim has to name a policy that the API maps.",
    'ip-not-allowed': "The API's definition lists the allowed addresses.",
  },
};
