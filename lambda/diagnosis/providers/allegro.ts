import type { Provider } from './provider.ts';

/**
 * Allegro's code for what only verified applications may call.
 *
 * @see https://github.com/allegro/allegro-api/issues/10913
 * @see https://github.com/allegro/allegro-api/issues/11939
 */
export const allegro: Provider = {
  name: 'allegro',
  hosts: ['allegro.pl'],
  codes: { verificationrequired: 'feature-unavailable' },
  remedies: {
    'permission-denied':
      'Allegro says "AccessDenied" for a missing scope, a blocked application and a blocked user alike; check them in this order.',
    'feature-unavailable': 'This call is for verified applications only; have yours verified by Allegro.',
  },
};
