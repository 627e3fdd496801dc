import type { Provider } from './provider.ts';

/**
 * Tesla's Fleet API, where an app has to be registered in each region.
 *
 * @see https://github.com/teslamotors/vehicle-command/issues/195
 * @see https://github.com/teslamotors/vehicle-command/pull/61
 */
export const tesla: Provider = {
  name: 'tesla',
  hosts: ['tesla.com'],
  sentences: [
    { cause: 'feature-unavailable', when: /must be registered in the current region/ },
    { cause: 'scope-missing', when: /unauthorized missing scopes/ },
  ],
  remedies: {
    'feature-unavailable': 'Register the app by a call to /api/1/partner_accounts in that region.',
    'scope-missing':
      'The user has to revoke the consent first and give it anew: a second consent adds no scope. See https://github.com/teslamotors/vehicle-command/pull/61',
  },
};
