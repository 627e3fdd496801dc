import type { Edge } from './edge.ts';

export const azureApplicationGateway: Edge = {
  name: 'azure-application-gateway',
  marks: [{ body: /microsoft-azure-application-gateway/ }],
};
