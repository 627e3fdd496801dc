import type { Provider } from './provider.ts';

/**
 * LongPort's numbers: a status, then the cause.
 *
 * @see https://open.longportapp.com/docs/error-codes
 */
export const longport: Provider = {
  name: 'longport',
  hosts: ['longportapp.com'],
  codesAt: /^code$/,
  codes: {
    '401003': 'credential-expired',
    '403201': 'signature-invalid',
    '403202': 'signature-invalid',
    '403203': 'credential-invalid',
    '403205': 'ip-not-allowed',
    '429001': 'rate-limited',
    '429002': 'rate-limited',
  },
};
