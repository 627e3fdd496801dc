import type { Provider } from './provider.ts';

/**
 * Withings: status 200 with its own `status` inside, of which 503 is a wrong parameter and no outage.
 *
 * @see https://github.com/home-assistant/home-assistant.io/issues/34285
 */
export const withings: Provider = {
  name: 'withings',
  hosts: ['withings.net'],
  codesAt: /^status$/,
  codes: {
    '401': 'credential-invalid',
    '503': 'request-rejected',
    '601': 'rate-limited',
  },
};
