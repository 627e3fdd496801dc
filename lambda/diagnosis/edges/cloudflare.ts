import type { Edge } from './edge.ts';

export const cloudflare: Edge = {
  name: 'cloudflare',
  marks: [
    { field: ['cf-mitigated', /challenge/] },
    {
      body: /attention required! \| cloudflare|cf-error-details|cf-wrapper|cf_chl_|challenge-platform|^error code: 1\d{3}|cloudflare ray id|<title>just a moment\.\.\.|performance &(?:amp;)? security by|cloudflare to restrict access|error 1\d{3}<\/title>|\| cloudflare<\/title>/,
    },
  ],
};
