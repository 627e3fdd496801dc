import type { Edge } from './edge.ts';

/**
 * Knownsec's cloud firewalls: Chuangyu Shield and Jiasule.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/chuangyu.py
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/jiasule.py
 */
export const chuangyu: Edge = {
  name: 'chuangyu',
  marks: [
    {
      body: /help\.365cyd\.com\/cyd-error-help|www\.365cyd\.com|static\.jiasule\.com|notice-jiasule|\/ks[-_]waf[-_]error\.png/,
    },
  ],
};
