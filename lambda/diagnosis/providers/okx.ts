import type { Provider } from './provider.ts';

/**
 * OKX's numbers. Left out is 50114, "invalid authorization", which does not tell.
 *
 * @see https://github.com/pyted/okx/issues/1
 * @see https://web3.okx.com/onchainos/dev-docs-v5/dex-api/dex-market-price-error-code
 * @see https://github.com/ccxt/ccxt/issues/23779
 */
export const okx: Provider = {
  name: 'okx',
  hosts: ['okx.com', 'okex.com'],
  codesAt: /^code$/,
  codes: {
    '50011': 'rate-limited',
    '50100': 'account-suspended',
    '50101': 'credential-invalid',
    '50102': 'signature-invalid',
    '50103': 'credential-missing',
    '50104': 'credential-missing',
    '50105': 'credential-invalid',
    '50106': 'credential-missing',
    '50107': 'credential-missing',
    '50110': 'ip-not-allowed',
    '50111': 'credential-invalid',
    '50112': 'signature-invalid',
    '50113': 'signature-invalid',
    '50119': 'credential-invalid',
  },
  remedies: {
    'credential-invalid':
      'Keys of the demo and of live trading do not mix, and accounts of the European Economic Area call my.okx.com. See https://www.okx.com/en-eu/help/api-faq-eea',
    'ip-not-allowed': "Edit the key's addresses, 20 at most, under Profile, API: https://www.okx.com/help/api-faq",
    'permission-denied': "Edit the key's permissions under Profile, API: https://www.okx.com/help/api-faq",
  },
};
