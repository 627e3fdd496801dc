import type { Provider } from './provider.ts';

/**
 * Xero's two words, which mean the reverse of what they say: the first one is about the organisation.
 *
 * @see https://github.com/dcblogdev/laravel-xero/issues/40
 * @see https://github.com/NangoHQ/nango/issues/203
 * @see https://github.com/XeroAPI/xero-node/issues/320
 */
export const xero: Provider = {
  name: 'xero',
  hosts: ['xero.com'],
  codesAt: /^detail$/i,
  codes: { authenticationunsuccessful: 'permission-denied', authorizationunsuccessful: 'credential-invalid' },
  requestIdFields: ['xero-correlation-id'],
  remedies: {
    'permission-denied':
      'Check the header xero-tenant-id: it is missing, wrong, or of an organisation that has to be connected again.',
  },
};
