import type { Provider } from './provider.ts';

/**
 * CoinEx's numbers; of 4011 it says no more than "user is forbid".
 *
 * @see https://docs.coinex.com/api/v2/faq
 * @see https://github.com/coinexcom/coinex_perpetual_api/issues/3
 */
export const coinex: Provider = {
  name: 'coinex',
  hosts: ['coinex.com'],
  codesAt: /^code$/,
  codes: { '4005': 'credential-invalid', '4007': 'ip-not-allowed' },
  sentences: [{ cause: 'permission-denied', when: /^user is forbid(?:den)?$/, confidence: 'possible' }],
  remedies: {
    'credential-invalid': 'A new key works after ten minutes. See https://docs.coinex.com/api/v2/faq',
    'ip-not-allowed': "Add the address that https://api.coinex.com/v2/test/ip shows to the key's white list.",
    'permission-denied': "The addresses that a key is limited to can be behind it: check the key's white list first.",
  },
};
