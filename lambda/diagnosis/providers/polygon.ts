import type { Provider } from './provider.ts';

/**
 * Polygon, now Massive.
 *
 * @see https://github.com/alpacahq/alpaca-trade-api-python/issues/354
 * @see https://github.com/polygon-io/issues/issues/313
 */
export const polygon: Provider = {
  name: 'polygon',
  hosts: ['polygon.io'],
  sentences: [{ cause: 'feature-unavailable', when: /\byou are not entitled to this data\b/ }],
  remedies: {
    'feature-unavailable': 'A date in the future or in a wrong format is refused with the same words: check it first.',
  },
};
