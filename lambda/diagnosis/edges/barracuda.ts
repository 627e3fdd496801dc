import type { Edge } from './edge.ts';

/**
 * Barracuda's web filters and firewalls.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/barracuda.py
 */
export const barracuda: Edge = {
  name: 'barracuda',
  marks: [{ body: /barracuda.networks|barracuda (?:web|waf|cloudgen)/ }],
};
