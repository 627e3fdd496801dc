import type { Edge } from './edge.ts';

/**
 * WTS-WAF, common in China.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/wts.py
 * @see https://github.com/Ekultek/WhatWaf/issues/508
 */
export const wts: Edge = {
  name: 'wts',
  marks: [{ body: /<(?:title|h\d)>wts-waf/ }],
};
