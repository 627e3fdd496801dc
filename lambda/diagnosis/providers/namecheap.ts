import type { Provider } from './provider.ts';

/**
 * Namecheap, which answers 200 to everything, and wants the address of each caller listed.
 *
 * @see https://github.com/namecheap/go-namecheap-sdk/issues/4
 * @see https://github.com/namecheap/ssl-whmcs/issues/68
 * @see https://github.com/namecheap/terraform-provider-namecheap/issues/9
 */
export const namecheap: Provider = {
  name: 'namecheap',
  hosts: ['namecheap.com'],
  sentences: [
    { cause: 'ip-not-allowed', when: /^invalid request ip\b/ },
    { cause: 'request-rejected', when: /^parameter clientip is invalid/ },
    { cause: 'rate-limited', when: /^too many requests\b/ },
  ],
  remedies: {
    'ip-not-allowed':
      'Add the address, IPv4 only, at https://ap.www.namecheap.com/settings/tools/apiaccess/whitelisted-ips',
    'request-rejected': 'Send an IPv4 address as ClientIp.',
  },
};
