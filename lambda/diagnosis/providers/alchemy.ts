import type { Provider } from './provider.ts';

/**
 * Alchemy's limits, which are counted in compute units: the JSON-RPC codes beside them changed over the years.
 *
 * @see https://www.alchemy.com/docs/reference/error-reference
 * @see https://github.com/xmtp/xmtpd/issues/672
 * @see https://github.com/Synthetixio/kwenta/issues/40
 */
export const alchemy: Provider = {
  name: 'alchemy',
  hosts: ['alchemy.com', 'alchemyapi.io'],
  sentences: [
    { cause: 'quota-exceeded', when: /\bmonthly capacity limit exceeded\b/ },
    { cause: 'rate-limited', when: /\bexceeded its compute units per second capacity\b/ },
  ],
  remedies: {
    'quota-exceeded': 'Raise the scaling policy at https://dashboard.alchemy.com/settings/billing',
    'cors-rejected': "Add the domain to the app's allow list at https://dashboard.alchemy.com",
  },
};
