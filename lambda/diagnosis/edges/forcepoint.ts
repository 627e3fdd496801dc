import type { Edge } from './edge.ts';

/** Forcepoint's (Websense's) web filter, on the caller's side. */
export const forcepoint: Edge = {
  name: 'forcepoint',
  marks: [{ body: /forcepoint|websense/ }],
  remedies: {
    'waf-blocked': "The filter stands on the caller's side: ask the network's administrator to allow the host.",
  },
};
