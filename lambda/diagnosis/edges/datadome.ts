import type { Edge } from './edge.ts';

export const datadome: Edge = {
  name: 'datadome',
  marks: [{ body: /captcha-delivery\.com/, json: true }, { field: ['x-datadome', /protected|blocked/] }],
};
