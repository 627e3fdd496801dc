import type { Edge } from './edge.ts';

/**
 * Chaitin's SafeLine.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/safeline.py
 */
export const safeline: Edge = {
  name: 'safeline',
  marks: [{ body: /safeline|<!--\sevent[_ ]id:/ }],
  remedies: { 'waf-blocked': "The event id in the page's source finds the rule in the owner's log." },
};
