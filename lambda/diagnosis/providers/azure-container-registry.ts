import { entraSays } from './microsoft-entra.ts';
import type { Provider } from './provider.ts';

/**
 * Azure Container Registry, which says `DENIED` for its firewall and for missing roles alike.
 *
 * @see https://github.com/docker/build-push-action/issues/1214
 * @see https://github.com/MicrosoftDocs/azure-docs/blob/main/articles/container-registry/container-registry-troubleshoot-access.md
 */
export const azureContainerRegistry: Provider = {
  name: 'azure-container-registry',
  hosts: ['azurecr.io'],
  rule: entraSays,
  sentences: [{ cause: 'ip-not-allowed', when: /client with ip '[\w.:]{3,45}' is not allowed access/ }],
  remedies: {
    'ip-not-allowed': 'Add the address to the firewall of the registry: https://aka.ms/acr/firewall',
  },
};
