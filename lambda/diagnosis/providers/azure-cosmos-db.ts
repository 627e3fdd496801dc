import { entraSays } from './microsoft-entra.ts';
import type { Provider } from './provider.ts';

/**
 * Azure Cosmos DB, whose `Forbidden` means a firewall, a role or a call to the wrong plane.
 *
 * @see https://github.com/microsoft/azure-tools-for-java/issues/7123
 * @see https://github.com/Azure/azure-cosmos-dotnet-v3/issues/2298
 * @see https://github.com/Azure/azure-cosmos-dotnet-v3/issues/4116
 * @see https://github.com/dotnet/efcore/issues/32197
 */
export const azureCosmosDb: Provider = {
  name: 'azure-cosmos-db',
  hosts: ['documents.azure.com'],
  rule: entraSays,
  sentences: [
    { cause: 'ip-not-allowed', when: /\bblocked by your cosmos db account firewall settings/ },
    {
      cause: 'permission-denied',
      confidence: 'possible',
      when: /check your authorization token and cosmos db account firewall settings/,
    },
    { cause: 'permission-denied', when: /cannot be authorized by aad token in data plane/ },
  ],
  remedies: {
    'ip-not-allowed': 'Add the address under "Networking" of the account: https://aka.ms/cosmosdb-tsg-forbidden',
    'permission-denied':
      'Data needs a role of its own, and databases and containers are managed with the account key or through Azure Resource Manager: https://aka.ms/cosmos-native-rbac',
  },
};
