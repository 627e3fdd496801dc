import type { Edge } from './edge.ts';

/**
 * SiteGround's defence for the sites that it hosts.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/siteground.py
 */
export const siteground: Edge = {
  name: 'siteground',
  marks: [{ body: /our system thinks you might be a robot!|access is restricted due to a security rule/ }],
  remedies: { 'waf-blocked': "The hoster's support exempts the path or the address of an API client." },
};
