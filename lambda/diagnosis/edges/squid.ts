import type { Edge } from './edge.ts';

/**
 * Squid's error pages. A proxy that asks for a login (`ERR_CACHE_ACCESS_DENIED`) is told by its challenge.
 *
 * @see https://www.squid-cache.org/Doc/config/deny_info
 * @see https://github.com/squid-cache/squid/pull/1899
 */
export const squid: Edge = {
  name: 'squid',
  marks: [
    { field: ['x-squid-error', /ERR_(?!CACHE_ACCESS_DENIED)/] },
    { body: /err_access_denied|squid software foundation|your cache administrator is/ },
  ],
  says: [['request-rejected', /invalid request error was encountered/]],
  remedies: {
    'waf-blocked':
      "The proxy stands on the caller's side as a rule: ask its administrator for an `http_access` rule that allows the host.",
  },
};
