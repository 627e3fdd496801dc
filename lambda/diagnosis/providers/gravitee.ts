import type { Provider } from './provider.ts';

/**
 * Gravitee. One sentence for keys that are wrong, expired and revoked; "Unauthorized" when no plan fits, mostly for want
 * of a key.
 *
 * @see https://github.com/gravitee-io/issues/issues/434
 * @see https://github.com/gravitee-io/issues/issues/1423
 * @see https://github.com/gravitee-io/issues/issues/2842
 * @see https://github.com/gravitee-io/gravitee-policy-ipfiltering
 */
export const gravitee: Provider = {
  name: 'gravitee',
  wrote: ({ content, body, leaves }) =>
    content === 'json' && body.length < 1000 && body.includes('"http_status_code"') && leaves.length === 2,
  sentences: [
    { cause: 'credential-invalid', when: /^api key is not valid or is expired \/ revoked/ },
    { cause: 'ip-not-allowed', when: /^your ip \([\da-f.:]{3,45}\) or some proxies/ },
  ],
  requestIdFields: ['x-gravitee-transaction-id'],
  remedies: {
    'credential-missing':
      'The key goes in the header `X-Gravitee-Api-Key`; without a subscription to a plan there is none.',
    'credential-invalid':
      "Look at the subscription's keys in the developer portal: this sentence also means expired or revoked.",
    'ip-not-allowed': "The plan's IP filtering policy lists the addresses.",
  },
};
