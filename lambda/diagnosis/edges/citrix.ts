import type { Edge } from './edge.ts';

/**
 * Citrix (NetScaler) Web App Firewall.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/netscaler.py
 */
export const citrix: Edge = {
  name: 'citrix',
  marks: [{ body: /(?:ns transaction|appfw session) id|violation category.{0,5}appfw_|citrix\|netscaler/ }],
  requestId: /ns transaction id\s?:?\s?([\w-]{4,60})/i,
  remedies: { 'waf-blocked': "The transaction id of this page finds the violation in the firewall's log." },
};
