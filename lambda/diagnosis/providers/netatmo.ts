import type { Provider } from './provider.ts';

/**
 * Netatmo. Number 13 is a missing scope by its older sentence; by its newer one it does not say.
 *
 * @see https://github.com/philippelt/netatmo-api-python/issues/52
 * @see https://github.com/philippelt/netatmo-api-python/issues/103
 */
export const netatmo: Provider = {
  name: 'netatmo',
  hosts: ['netatmo.com'],
  sentences: [
    { cause: 'scope-missing', when: /does not have the good scope rights/ },
    { cause: 'permission-denied', when: /^operation is forbidden/, confidence: 'likely' },
  ],
  codesAt: /^error\.code$/,
  codes: { '26': 'rate-limited' },
};
