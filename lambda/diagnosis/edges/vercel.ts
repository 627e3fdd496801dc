import type { Edge } from './edge.ts';

export const vercel: Edge = {
  name: 'vercel',
  marks: [{ body: /vercel security checkpoint/ }, { field: ['x-vercel-mitigated', /./] }],
};
