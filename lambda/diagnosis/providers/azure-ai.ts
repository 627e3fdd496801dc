import { entraSays } from './microsoft-entra.ts';
import type { Provider } from './provider.ts';

/**
 * The regional hosts of Azure's AI services, which also are the wrong ones for a resource with a network of its own.
 *
 * @see https://github.com/continuedev/continue/issues/12547
 * @see https://github.com/felixrieseberg/project-oxford/issues/24
 */
export const azureAi: Provider = {
  name: 'azure-ai',
  hosts: ['api.cognitive.microsoft.com'],
  rule: entraSays,
  sentences: [
    { cause: 'ip-not-allowed', when: /^access denied due to virtual network\/firewall rules/ },
    {
      cause: 'wrong-endpoint',
      when: /^a virtual network is configured for this resource\. please use the correct endpoint/,
    },
    { cause: 'credential-missing', when: /^access denied due to missing subscription key/ },
    { cause: 'credential-invalid', when: /^access denied due to invalid subscription key/ },
    { cause: 'quota-exceeded', when: /^out of (?:call volume|bandwidth) quota\b/ },
  ],
  requestIdFields: ['apim-request-id'],
  remedies: {
    'ip-not-allowed': "Add the address to the resource's virtual network or firewall: https://aka.ms/cogsvc-vnet",
    'wrong-endpoint': "Call the resource's own subdomain in place of the regional host: https://aka.ms/cogsvc-vnet",
    'credential-invalid': 'A key counts for its own resource and region only: compare both.',
  },
};
