import type { Edge } from './edge.ts';

/**
 * Nemesida WAF, of PentestIt.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/nemesida.py
 */
export const nemesida: Edge = {
  name: 'nemesida',
  marks: [{ body: /suspicious activity detected.{0,10}access to the site is blocked|nwaf@|nemesida-security\.com/ }],
};
