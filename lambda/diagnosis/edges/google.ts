import type { Edge } from './edge.ts';

export const google: Edge = {
  name: 'google',
  marks: [{ body: /our systems have detected unusual traffic|sorry\/index\?continue/ }],
};
