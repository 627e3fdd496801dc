import type { Provider } from './provider.ts';

/**
 * CrowdStrike Falcon says one thing for a scope that the client lacks and for an address that it may not call from.
 *
 * @see https://github.com/CrowdStrike/ansible_collection_falcon/issues/154
 * @see https://github.com/CrowdStrike/falconpy/issues/847
 * @see https://github.com/CrowdStrike/psfalcon/issues/254
 */
export const crowdstrike: Provider = {
  name: 'crowdstrike',
  hosts: ['crowdstrike.com'],
  sentences: [{ cause: 'permission-denied', when: /^access denied, authorization failed\b/, confidence: 'likely' }],
  remedies: {
    'permission-denied':
      'Mostly the API client lacks a scope, such as "Sensor update policies: read": edit the client in the Falcon console. If it has the scope, look at its IP allow list.',
  },
};
