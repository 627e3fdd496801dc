import type { Provider } from './provider.ts';

/**
 * GoDaddy, which since May 2024 keeps its APIs for accounts with many domains, and says only `ACCESS_DENIED`.
 *
 * @see https://github.com/jeessy2/ddns-go/issues/1105
 * @see https://github.com/rmbolger/Posh-ACME/pull/547
 */
export const godaddy: Provider = {
  name: 'godaddy',
  hosts: ['godaddy.com'],
  remedies: {
    'permission-denied':
      'GoDaddy says this to small accounts: managing domains and DNS needs 10 domains or a Discount Domain Club plan, availability checks need 50 domains.',
  },
};
