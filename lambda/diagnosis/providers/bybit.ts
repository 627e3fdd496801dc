import type { Provider } from './provider.ts';

/**
 * Bybit's numbers, which come with status 200. Left out are those whose sentence decides: 10007 and 10024.
 *
 * @see https://bybit-exchange.github.io/docs/v5/error
 * @see https://docs.rs/patisson-bybit-sdk/0.3.0/src/bybit/ret_code.rs.html
 * @see https://github.com/bybit-exchange/bybit_p2p/issues/12
 */
export const bybit: Provider = {
  name: 'bybit',
  hosts: ['bybit.com'],
  codesAt: /^(?:retCode|ret_code)$/,
  codes: {
    '-2015': 'credential-expired',
    '10002': 'signature-invalid',
    '10003': 'credential-invalid',
    '10004': 'signature-invalid',
    '10005': 'scope-missing',
    '10006': 'rate-limited',
    '10008': 'account-suspended',
    '10009': 'ip-not-allowed',
    '10010': 'ip-not-allowed',
    '10017': 'wrong-endpoint',
    '10018': 'rate-limited',
    '10020': 'feature-unavailable',
    '10027': 'account-suspended',
    '10028': 'feature-unavailable',
    '33004': 'credential-expired',
    '912000014': 'permission-denied',
  },
  remedies: {
    'credential-invalid': 'A key is good for one environment only: main, test or demo.',
    unknown:
      'A bare 403 from Bybit means too many calls from this address, a GET with a body, or an address in the United States. See https://bybit-exchange.github.io/docs/v5/error',
  },
};
