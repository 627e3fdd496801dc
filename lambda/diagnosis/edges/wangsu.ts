import type { Edge } from './edge.ts';

/**
 * Wangsu's (ChinaNetCenter's) firewall.
 *
 * @see https://github.com/Ekultek/WhatWaf/issues/972
 */
export const wangsu: Edge = {
  name: 'wangsu',
  marks: [{ body: /blocksrc\.haplat\.net|\/waf_forbidden_file\// }],
  requestIdFields: ['x-ws-request-id'],
};
