import type { Edge } from './edge.ts';

/**
 * Sophos' web protection, on the caller's side or in front of a server.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/sophos.py
 */
export const sophos: Edge = {
  name: 'sophos',
  marks: [
    { body: /utm web protection|www\.sophos\.com|sophos (?:utm|xg|firewall|web appliance)/ },
    { body: /<title>access to the requested url was blocked/ },
  ],
};
