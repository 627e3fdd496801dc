import type { Provider } from './provider.ts';

/**
 * NetSuite tells the reason of a failed login to its administrator only.
 *
 * @see https://github.com/jacobsvante/netsuite/issues/27
 * @see https://github.com/NetSweet/netsuite/issues/249
 */
export const netsuite: Provider = {
  name: 'netsuite',
  hosts: ['netsuite.com'],
  codes: { invalid_login: 'credential-invalid', insufficient_permission: 'permission-denied' },
  remedies: {
    'credential-invalid':
      'The Login Audit Trail in NetSuite names the reason: the signature, the token, or a role without REST permission. A sandbox account is written _SB1 in the realm and -sb1 in the host.',
  },
};
