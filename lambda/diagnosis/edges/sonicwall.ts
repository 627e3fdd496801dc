import type { Edge } from './edge.ts';

/**
 * SonicWall's web filter, on the caller's side.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/sonicwall.py
 */
export const sonicwall: Edge = {
  name: 'sonicwall',
  marks: [{ body: /sonicwall|<(?:title|h\d)>web site blocked|nsa_banner/ }],
  remedies: {
    'waf-blocked': "The filter stands on the caller's side: ask the network's administrator to allow the host.",
  },
};
