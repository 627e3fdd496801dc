import type { Provider } from './provider.ts';

/**
 * Zenodo refuses some clients by their User-Agent, without a word about it.
 *
 * @see https://github.com/eblondel/zen4R/issues/103
 */
export const zenodo: Provider = {
  name: 'zenodo',
  hosts: ['zenodo.org'],
  remedies: { unknown: 'Zenodo refuses some User-Agents without saying so: try another one first.' },
};
