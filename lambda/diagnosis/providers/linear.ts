import type { Provider } from './provider.ts';

/** @see https://linear.app/developers/rate-limiting */
export const linear: Provider = {
  name: 'linear',
  hosts: ['linear.app'],
  codes: { ratelimited: 'rate-limited' },
  remedies: {
    'credential-invalid': 'A personal key goes bare into `Authorization`, an OAuth token with `Bearer` before it.',
    'rate-limited':
      'Calls and the complexity of queries are counted apart: https://linear.app/developers/rate-limiting',
  },
};
