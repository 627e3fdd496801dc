import { azure } from './azure.ts';
import { azureStorage } from './azure-storage.ts';
import { microsoftGraph } from './microsoft-graph.ts';
import type { Provider } from './provider.ts';

/**
 * Whatever of Microsoft's is known by no better name: it may say what Graph, Azure and its storage say.
 *
 * @see https://learn.microsoft.com/en-us/graph/errors
 * @see https://learn.microsoft.com/en-us/rest/api/storageservices/common-rest-api-error-codes
 */
export const microsoft: Provider = {
  name: 'microsoft',
  hosts: ['office.com', 'office365.com', 'windows.com'],
  fields: ['x-ms-request-id'],
  ...(microsoftGraph.rule && { rule: microsoftGraph.rule }),
  sentences: [microsoftGraph, azure, azureStorage].flatMap(({ sentences = [] }) => sentences),
  codes: { ...azureStorage.codes, ...azure.codes, ...microsoftGraph.codes },
  remedies: {
    'scope-missing':
      'Add the permission to the app registration at https://entra.microsoft.com and grant admin consent, then get a new token.',
    'credential-expired':
      'For a token, get a new one; for a client secret, add one under "Certificates & secrets" at https://entra.microsoft.com',
    'permission-denied':
      'Assign a role with this action: https://learn.microsoft.com/en-us/azure/role-based-access-control/troubleshooting',
    'step-up-required': 'See the sign-in log at https://entra.microsoft.com for the policy that asks for it.',
    'ip-not-allowed':
      "Add the address or the virtual network to the resource's firewall: https://learn.microsoft.com/en-us/azure/storage/common/storage-network-security",
  },
};
