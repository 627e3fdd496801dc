import type { Provider } from './provider.ts';

/**
 * Finnhub says of its plans that one has no access, at first with status 401.
 *
 * @see https://github.com/finnhubio/Finnhub-API/issues/405
 */
export const finnhub: Provider = {
  name: 'finnhub',
  hosts: ['finnhub.io'],
  sentences: [{ cause: 'feature-unavailable', when: /^you don't have access to this resource\b/ }],
};
