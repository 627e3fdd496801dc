import type { Edge } from './edge.ts';

/** Google's page for automated traffic. */
export const google: Edge = {
  name: 'google',
  marks: [{ body: /our systems have detected unusual traffic|sorry\/index\?continue/ }],
};
