import type { Edge } from './edge.ts';

/**
 * Fastly for a host name that no service of its customers has.
 *
 * @see https://github.com/edoverflow/can-i-take-over-xyz/issues/22
 * @see https://fastly.com/documentation/reference/cli/domain/create
 */
export const fastly: Edge = {
  name: 'fastly',
  marks: [{ body: /fastly error: unknown domain/ }],
  says: [['wrong-endpoint', /unknown domain/]],
  remedies: {
    'wrong-endpoint':
      'The owner has to add the host name to a service: https://fastly.com/documentation/reference/cli/domain/create',
  },
};
