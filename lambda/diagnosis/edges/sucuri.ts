import type { Edge } from './edge.ts';

/**
 * Sucuri's firewall, also under GoDaddy's name; `x-sucuri-block` names the rule.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/sucuri.py
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/godaddy.py
 * @see https://github.com/Ekultek/WhatWaf/issues/1562
 */
export const sucuri: Edge = {
  name: 'sucuri',
  marks: [
    { field: ['x-sucuri-block', /./] },
    { body: /sucuri website firewall|cloudproxy@sucuri\.net|sucuri[-_]firewall[-_]block|access denied - sucuri/ },
    { body: /sucuri\.net\/privacy-policy|godaddy (?:security - access denied|website firewall)/ },
  ],
  remedies: {
    'waf-blocked': 'The owner finds the rule by the block id of this page and allows the address or the path.',
  },
};
