import type { Edge } from './edge.ts';

/**
 * BitNinja asks visitors from addresses on its grey list to prove themselves.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/bitninja.py
 */
export const bitninja: Edge = {
  name: 'bitninja',
  marks: [{ body: /security check by bitninja|visitor anti-robot validation/ }],
};
