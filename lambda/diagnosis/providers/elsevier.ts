import type { Provider } from './provider.ts';

/**
 * Elsevier calls a good key unauthorised where it has no subscription, or comes from outside the institution's network.
 *
 * @see https://github.com/ElsevierDev/elsapy/issues/23
 * @see https://github.com/muschellij2/rscopus/issues/9
 */
export const elsevier: Provider = {
  name: 'elsevier',
  hosts: ['api.elsevier.com'],
  codes: { authorization_error: 'permission-denied' },
  remedies: {
    'permission-denied':
      'Call from the network of an institution that subscribes; a view or fields beyond its subscription are refused too.',
  },
};
