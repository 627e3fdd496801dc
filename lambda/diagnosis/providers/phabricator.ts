import { at, textAt } from '../reading/json.ts';
import type { Provider } from './provider.ts';

/**
 * Conduit answers with 200, and `ERR-INVALID-AUTH` stands for anything about the credential: its sentence decides.
 *
 * @see https://github.com/phacility/phabricator/blob/master/src/applications/conduit/controller/PhabricatorConduitAPIController.php
 */
export const phabricator: Provider = {
  name: 'phabricator',
  wrote: ({ json }) => at(json, 'result') === null && /^ERR-[A-Z]/.test(textAt(json, 'error_code') ?? ''),
  sentences: [
    { cause: 'credential-expired', when: /^api token .{0,80} was previously valid, but has expired\.$/ },
    { cause: 'signature-invalid', when: /^signature verification failure\./ },
    { cause: 'credential-missing', when: /^session key is not present\.$/ },
    {
      cause: 'credential-invalid',
      when: /^(?:api token .{0,80} (?:is not valid|has the wrong (?:length|format))\b|api token is not associated with a valid user|access token (?:does not exist|is invalid|is for invalid user)|authentication is invalid|session key is invalid|no user or device is associated with that public key|the key which signed this request is not trusted)/,
    },
  ],
  codes: { 'err-user-disabled': 'credential-revoked' },
  codesAt: /^error_code$/,
  remedies: {
    'credential-missing': 'Conduit found no token among the parameters, where it looks for one; headers do not count.',
  },
};
