import type { Edge } from './edge.ts';

/**
 * Radware's AppWall and bot manager.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/radware.py
 */
export const radware: Edge = {
  name: 'radware',
  marks: [
    {
      body: /cloudwebsec\.radware\.com|<title>unauthorized request blocked|because we have detected unauthorized activity|unauthorized activity has been detected/,
    },
    { body: /radware (?:bot manager|page|captcha)/ },
  ],
};
