import type { Provider } from './provider.ts';

/**
 * Alpaca's code of a key that it does not know.
 *
 * @see https://github.com/alpacahq/alpaca-trade-api-python/issues/44
 * @see https://github.com/alpacahq/Alpaca-API/issues/228
 */
export const alpaca: Provider = {
  name: 'alpaca',
  hosts: ['alpaca.markets'],
  codesAt: /^code$/,
  codes: { '40110000': 'credential-invalid' },
  remedies: {
    unknown:
      'Alpaca answers a bare "forbidden." to wrong and to missing keys alike: check that they go in the headers APCA-API-KEY-ID and APCA-API-SECRET-KEY, with hyphens, and that they are an account\'s keys.',
  },
};
