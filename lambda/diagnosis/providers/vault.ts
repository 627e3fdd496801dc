import { at } from '../reading/json.ts';
import type { Provider } from './provider.ts';

/**
 * HashiCorp Vault, which says "permission denied" of a wrong, an expired and an address-bound token alike.
 *
 * @see https://github.com/hashicorp/vault/issues/4412
 * @see https://github.com/hashicorp/vault/issues/4451 (500 for an unknown role id)
 * @see https://github.com/hashicorp/vault/issues/2332 (CIDR restrictions)
 * @see https://github.com/hashicorp/vault/issues/2000
 * @see https://github.com/namecheap/node-vault-client/issues/12 (sealed)
 */
export const vault: Provider = {
  name: 'vault',
  wrote: ({ json, path, requestFields }) =>
    Array.isArray(at(json, 'errors')) && (requestFields.has('x-vault-token') || path.startsWith('/v1/auth/')),
  sentences: [
    { cause: 'ip-not-allowed', when: /source address unauthorized|unauthorized source address/ },
    { cause: 'credential-invalid', when: /\binvalid role[_ ]id\b|\bfailed to validate secretid\b/ },
    { cause: 'request-rejected', when: /^vault is sealed/ },
  ],
  remedies: {
    'permission-denied':
      'Vault says the same of a wrong or expired token: look it up first; if it is good, its policies lack this path.',
    'ip-not-allowed': 'The address is not in the bound CIDR list of the token, the role or the SecretID.',
    'credential-invalid': 'Compare role id and SecretID with those of the role, or issue another SecretID.',
    'request-rejected': 'Somebody has to unseal this server.',
  },
};
