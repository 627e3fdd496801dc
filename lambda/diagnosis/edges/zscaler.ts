import type { Edge } from './edge.ts';

/**
 * Zscaler's cloud proxy, on the caller's side.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/zscaler.py
 * @see https://github.com/screenpipe/screenpipe/issues/6264
 */
export const zscaler: Edge = {
  name: 'zscaler',
  marks: [{ body: /zscaler|login\.zscloud\.net/ }],
  remedies: {
    'waf-blocked':
      "The proxy stands on the caller's side: ask the network's administrator to allow the host or its category.",
  },
};
