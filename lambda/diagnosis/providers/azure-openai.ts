import { headerEvidence, type Rule } from '../finding.ts';
import type { Provider } from './provider.ts';

/** The policy that refused has its name in a field; this one enforces the network rules. */
const byPolicy: Rule = ({ status, fields }) => {
  const policy = fields.get('policy-id');
  return status >= 400 && policy === 'ThrowExceptionDueToTrafficDenied'
    ? { cause: 'ip-not-allowed', confidence: 'certain', evidence: [headerEvidence('policy-id', policy)] }
    : undefined;
};

/**
 * Azure OpenAI and AI Foundry, whose answers come from their own gateway and not from Azure's resource manager.
 *
 * @see https://github.com/Azure-Samples/azure-sql-db-chatbot/issues/3
 * @see https://github.com/continuedev/continue/issues/12547
 * @see https://github.com/Azure-Samples/azure-search-openai-demo/issues/1617
 * @see https://github.com/davrous/AzureAgentToM365/issues/3
 * @see https://github.com/microsoft/sample-app-aoai-chatGPT/issues/1050
 */
export const azureOpenai: Provider = {
  name: 'azure-openai',
  hosts: ['openai.azure.com', 'cognitiveservices.azure.com', 'services.ai.azure.com'],
  rule: byPolicy,
  sentences: [
    { cause: 'ip-not-allowed', when: /\baccess denied due to virtual network\/firewall rules\b/ },
    {
      cause: 'wrong-endpoint',
      when: /\bvirtual network is configured for this resource\. please use the correct endpoint\b/,
    },
    { cause: 'permission-denied', when: /\blacks the required data action\b/ },
    { cause: 'credential-invalid', when: /\bkey based authentication is disabled\b/ },
    // Of an address in the request, which the resource itself may not call.
    { cause: 'request-rejected', when: /^outbound network access is restricted\b/ },
  ],
  codes: { authenticationtypedisabled: 'credential-invalid' },
  requestIdFields: ['apim-request-id'],
  remedies: {
    'credential-invalid': 'Where keys are switched off for the resource, send an Entra token in place of the key.',
    'permission-denied': 'Assign a role that has this data action: https://aka.ms/FoundryPermissions',
    'ip-not-allowed': "The list is that of the resource's virtual network and firewall: https://aka.ms/cogsvc-vnet",
    'wrong-endpoint': "Call the resource's own subdomain in place of the regional host: https://aka.ms/cogsvc-vnet",
  },
};
