import type { Provider } from './provider.ts';

/**
 * Toyota's connected cars: always "Unauthorized", with the cause in `detailedDescription`.
 *
 * @see https://github.com/calmjm/tojota/issues/46
 * @see https://github.com/widewing/ha-toyota-na/pull/186
 */
export const toyota: Provider = {
  name: 'toyota',
  hosts: ['telematicsct.com', 'toyotaconnectedeurope.io'],
  sentences: [
    { cause: 'permission-denied', when: /^invalid guid and vin mapping/ },
    { cause: 'credential-invalid', when: /^invalid token could not authorize/ },
  ],
  remedies: { 'permission-denied': 'The car has to belong to the account that logs in.' },
};
