import type { Edge } from './edge.ts';

/**
 * Palo Alto's firewalls, on the caller's side, which answer with status 503.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/paloalto.py
 * @see https://github.com/Ekultek/WhatWaf/issues/476
 */
export const paloAlto: Edge = {
  name: 'palo-alto',
  marks: [
    { body: /palo alto networks|palo alto next generation security platform|download of virus.spyware blocked/ },
    { body: /<title>(?:web page|application|file download) blocked/ },
  ],
  remedies: {
    'waf-blocked': "The firewall stands on the caller's side: ask the network's administrator to allow the host.",
  },
};
