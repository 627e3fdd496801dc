import type { Edge } from './edge.ts';

/** Netskope's cloud proxy, on the caller's side. */
export const netskope: Edge = {
  name: 'netskope',
  marks: [{ body: /netskope/ }],
  remedies: {
    'waf-blocked': "The proxy stands on the caller's side: ask the network's administrator to allow the host.",
  },
};
