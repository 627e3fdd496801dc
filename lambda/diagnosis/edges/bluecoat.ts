import type { Edge } from './edge.ts';

/** Symantec's (Blue Coat's) proxy, on the caller's side. */
export const bluecoat: Edge = {
  name: 'bluecoat',
  marks: [
    {
      body: /your request was denied because of its content categorization|policy_denied|blue ?coat (?:proxy|systems)/,
    },
    { body: /symantec web (?:security|gateway)/ },
  ],
  remedies: {
    'waf-blocked': "The proxy stands on the caller's side: ask the network's administrator to allow the host.",
  },
};
