import type { Provider } from './provider.ts';

/**
 * Opsgenie's codes begin with the status.
 *
 * @see https://github.com/louislam/uptime-kuma/issues/3613
 * @see https://github.com/opsgenie/terraform-provider-opsgenie/issues/349
 * @see https://github.com/tryethernal/ethernal/issues/1244
 */
export const opsgenie: Provider = {
  name: 'opsgenie',
  hosts: ['opsgenie.com'],
  sentences: [
    { cause: 'credential-invalid', when: /\buse an api key from an api integration\b/ },
    { cause: 'feature-unavailable', when: /\baccount plan does not have the right\b/ },
  ],
  codesAt: /^code$/,
  codes: { '40301': 'credential-invalid' },
  remedies: {
    'credential-invalid':
      'Use the key of an API integration, on the host of its region: a key of api.opsgenie.com does not work on api.eu.opsgenie.com.',
  },
};
