import type { Edge } from './edge.ts';

/**
 * Imunify360 on shared hosting.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/imunify360.py
 */
export const imunify360: Edge = {
  name: 'imunify360',
  marks: [
    { body: /(?:protected|powered).by.{0,10}imunify360|imunify360.preloader/ },
    { body: /access denied by imunify360/, json: true },
  ],
  remedies: { 'waf-blocked': "The hoster's support lifts it: the address is on its grey list." },
};
