import type { Provider } from './provider.ts';

/**
 * KuCoin's numbers.
 *
 * @see https://github.com/Kucoin/kucoin-api-docs/issues/395
 * @see https://github.com/ccxt/ccxt/issues/10188
 * @see https://app.unpkg.com/ccxt@4.5.5/files/js/src/kucoin.js
 */
export const kucoin: Provider = {
  name: 'kucoin',
  hosts: ['kucoin.com'],
  codesAt: /^code$/,
  codes: {
    '101030': 'feature-unavailable',
    '400001': 'credential-missing',
    '400002': 'signature-invalid',
    '400003': 'credential-invalid',
    '400004': 'credential-invalid',
    '400005': 'signature-invalid',
    '400006': 'ip-not-allowed',
    '400007': 'scope-missing',
    '400500': 'geo-blocked',
    '411100': 'account-suspended',
  },
  remedies: {
    'signature-invalid': "The clock may be off by five seconds at most: compare it with KuCoin's own time.",
    unknown:
      'A bare 403 from KuCoin can be a rate limit, which ends after five minutes. See https://www.kucoin.com/news/en-kucoin-api-request-rate-limit-upgrade',
  },
};
