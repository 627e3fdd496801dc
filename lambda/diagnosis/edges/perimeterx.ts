import type { Edge } from './edge.ts';

export const perimeterx: Edge = {
  name: 'perimeterx',
  marks: [{ body: /px-captcha|_pxappid|px-cloud\.net|perimeterx/, json: true }],
};
