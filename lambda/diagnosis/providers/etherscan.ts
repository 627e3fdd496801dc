import type { Provider } from './provider.ts';

/**
 * What Etherscan sends with status 200 as `result` beside "NOTOK". Its "OK-Missing/Invalid API Key" is a success.
 *
 * @see https://github.com/blockchain-certificates/cert-issuer/issues/166
 * @see https://github.com/bjorn/raccoin/issues/66
 */
export const etherscan: Provider = {
  name: 'etherscan',
  hosts: ['etherscan.io'],
  sentences: [
    { cause: 'rate-limited', when: /^max (?:rate limit|calls per sec rate limit) reached\b/ },
    { cause: 'feature-unavailable', when: /\bfree api access is not supported for this chain\b/ },
  ],
  remedies: { 'rate-limited': 'Without a key of your own, all callers share a small limit.' },
};
