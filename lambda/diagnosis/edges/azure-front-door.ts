import type { Edge } from './edge.ts';

/**
 * The firewall of Azure Front Door says that the request is blocked and gives the reference of its log.
 *
 * @see https://learn.microsoft.com/en-us/azure/web-application-firewall/afds/waf-front-door-configure-custom-response-code
 */
export const azureFrontDoor: Edge = {
  name: 'azure-front-door',
  marks: [{ body: /the request is blocked\.|azure (?:front door|waf)/, field: ['x-azure-ref', /./] }],
  requestIdFields: ['x-azure-ref'],
  remedies: {
    'waf-blocked':
      'The reference of this answer is the TrackingReference of the firewall log: https://learn.microsoft.com/en-us/azure/web-application-firewall/afds/waf-front-door-configure-custom-response-code',
  },
};
