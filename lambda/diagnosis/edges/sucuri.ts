import type { Edge } from './edge.ts';

export const sucuri: Edge = {
  name: 'sucuri',
  marks: [{ body: /sucuri website firewall|sucuri\.net|access denied - sucuri/ }],
};
