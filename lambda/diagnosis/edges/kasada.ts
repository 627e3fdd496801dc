import type { Edge } from './edge.ts';

export const kasada: Edge = {
  name: 'kasada',
  marks: [{ field: ['x-kpsdk-ct', /./] }],
};
