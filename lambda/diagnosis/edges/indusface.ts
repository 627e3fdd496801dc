import type { Edge } from './edge.ts';

/**
 * Indusface's firewall, which answers with status 406.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/indusguard.py
 * @see https://github.com/Ekultek/WhatWaf/issues/932
 */
export const indusface: Edge = {
  name: 'indusface',
  marks: [{ body: /this website is secured against online attacks\. your request was blocked/ }],
  requestId: /incident id\s?:\s?([\w-]{6,60})/i,
};
