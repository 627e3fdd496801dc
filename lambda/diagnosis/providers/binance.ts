import type { Provider } from './provider.ts';

/**
 * Binance's numbers. Left out is -2015, which stands for a wrong key, address or permission alike.
 *
 * @see https://github.com/binance/binance-spot-api-docs/blob/master/errors.md
 * @see https://developers.binance.com/en/docs/products/derivatives-trading-usds-futures/error-code
 */
export const binance: Provider = {
  name: 'binance',
  hosts: ['binance.com'],
  codesAt: /^code$/,
  codes: {
    '-1002': 'permission-denied',
    '-1003': 'rate-limited',
    '-1011': 'ip-not-allowed',
    '-1015': 'rate-limited',
    '-1016': 'wrong-endpoint',
    '-1021': 'signature-invalid',
    '-1022': 'signature-invalid',
    '-2014': 'credential-invalid',
  },
  remedies: {
    'credential-invalid':
      "Code -2015 names three causes at once: check the key, the addresses that it is restricted to and its permissions, all in Binance's API management.",
    'signature-invalid': "The timestamp may differ from Binance's clock by recvWindow at most.",
  },
};
