import type { Edge } from './edge.ts';

/**
 * WatchGuard's firewalls, on the caller's side.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/watchguard.py
 */
export const watchguard: Edge = {
  name: 'watchguard',
  marks: [{ body: /request denied by watchguard firewall|watchguard technologies/ }],
};
