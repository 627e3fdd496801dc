import type { Edge } from './edge.ts';

export const squid: Edge = {
  name: 'squid',
  marks: [
    { field: ['x-squid-error', /ERR_(?!CACHE_ACCESS_DENIED)/] },
    { body: /err_access_denied|squid software foundation|your cache administrator is/ },
  ],
};
