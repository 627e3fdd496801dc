import type { Edge } from './edge.ts';

/**
 * DDoS-Guard's challenge page.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/ddosguard.py
 * @see https://github.com/Ekultek/WhatWaf/issues/1005
 */
export const ddosGuard: Edge = {
  name: 'ddos-guard',
  marks: [{ body: /ddos-guard/ }],
};
