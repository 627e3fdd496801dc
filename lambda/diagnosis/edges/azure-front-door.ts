import type { Edge } from './edge.ts';

export const azureFrontDoor: Edge = {
  name: 'azure-front-door',
  marks: [
    {
      body: /the request is blocked\.[^<]{0,40}|azure (?:front door|waf)|microsoft-azure-application-gateway/,
      field: ['x-azure-ref', /./],
    },
  ],
};
