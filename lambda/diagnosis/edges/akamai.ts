import type { Edge } from './edge.ts';

export const akamai: Edge = {
  name: 'akamai',
  marks: [
    {
      body: /errors\.edgesuite\.net|errors&#46;edgesuite|reference(?:&#32;|\s)(?:&#35;|#)\d{1,3}(?:&#46;|\.)[\da-f]{4,}/,
    },
  ],
};
