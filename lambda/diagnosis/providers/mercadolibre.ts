import type { Provider } from './provider.ts';

/**
 * Mercado Libre and Mercado Pago.
 *
 * @see https://github.com/mercadopago/sdk-nodejs/issues/161
 * @see https://github.com/mercadolibre/golang-restclient/issues/9
 */
export const mercadolibre: Provider = {
  name: 'mercadolibre',
  hosts: ['mercadolibre.com', 'mercadopago.com'],
  sentences: [{ cause: 'feature-unavailable', when: /^unauthorized use of live credentials$/, confidence: 'likely' }],
  codes: { pa_unauthorized_result_from_policies: 'permission-denied' },
  remedies: {
    'feature-unavailable': 'Enable the account for production, or use its test credentials.',
    'permission-denied': "A policy refused the application or the account: check the application's permissions.",
    unknown: 'Some calls, such as /sites/…/search, answer a bare "forbidden" to everybody: no credential opens them.',
  },
};
