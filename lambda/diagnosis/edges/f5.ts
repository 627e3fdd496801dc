import type { Edge } from './edge.ts';

export const f5: Edge = {
  name: 'f5',
  marks: [{ body: /the requested url was rejected\. please consult with your administrator|your support id is/ }],
};
