import type { Edge } from './edge.ts';

/**
 * Kasada's page, which lets no client pass that does not run its script (`ips.js`); to scripts it answers without a
 * body. Its field alone proves nothing: it carries the token of those that passed too.
 */
export const kasada: Edge = {
  name: 'kasada',
  marks: [{ body: /window\.kpsdk|\/ips\.js\?/ }, { field: ['x-kpsdk-ct', /./], body: /^\s{0,9}$/, likely: true }],
  says: [['waf-blocked', /^/]],
};
