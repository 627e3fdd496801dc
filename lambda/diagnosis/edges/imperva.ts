import type { Edge } from './edge.ts';

export const imperva: Edge = {
  name: 'imperva',
  marks: [{ body: /_incapsula_resource|incapsula incident id|powered by[^<]{0,40}(?:incapsula|imperva)/ }],
};
