import type { Edge } from './edge.ts';

/**
 * EG Secure's SiteGuard, common in Japan.
 *
 * @see https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/siteguard.py
 */
export const siteguard: Edge = {
  name: 'siteguard',
  marks: [{ body: /powered by siteguard|the server refuse to browse the page/ }],
};
