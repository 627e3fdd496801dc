import type { Provider } from './provider.ts';

/** @see https://github.com/FoundationAgents/OpenManus/issues/438 */
export const siliconflow: Provider = {
  name: 'siliconflow',
  hosts: ['siliconflow.cn'],
  codesAt: /^code$/,
  codes: { '30011': 'quota-exceeded' },
  remedies: {
    'quota-exceeded': 'Some models draw on the paid balance alone: top it up, or call another model.',
  },
};
