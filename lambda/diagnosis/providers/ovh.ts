import type { Provider } from './provider.ts';

/**
 * OVHcloud, which answers 403 to everything: its `errorCode` tells.
 *
 * @see https://github.com/ovh/python-ovh/issues/141
 * @see https://github.com/ovh/php-ovh-sms/issues/1
 */
export const ovh: Provider = {
  name: 'ovh',
  hosts: ['api.ovh.com'],
  codes: {
    invalid_credential: 'credential-invalid',
    invalid_key: 'credential-invalid',
    not_credential: 'credential-invalid',
    not_granted_call: 'scope-missing',
  },
  remedies: {
    'scope-missing':
      'The consumer key has a list of allowed methods and paths that lacks this one; make a new key with it: https://api.ovh.com/createToken/',
    'credential-invalid':
      'OVH answers 403 to wrong credentials; make new ones, at the same host: https://api.ovh.com/createToken/',
  },
};
