import type { Provider } from './provider.ts';

/**
 * Qualys limits with status 409 and a number.
 *
 * @see https://github.com/demisto/content/pull/44519
 */
export const qualys: Provider = {
  name: 'qualys',
  hosts: ['qualys.com'],
  codes: { '1965': 'rate-limited' },
};
