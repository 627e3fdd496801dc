import type { Edge } from './edge.ts';

/**
 * Virusdie's firewall for sites.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/virusdie.py
 */
export const virusdie: Edge = {
  name: 'virusdie',
  marks: [{ body: /cdn\.virusdie\.ru\/splash\/firewallstop|copy.{0,10}virusdie\.ru/ }],
};
