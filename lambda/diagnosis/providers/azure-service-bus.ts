import { entraSays } from './microsoft-entra.ts';
import type { Provider } from './provider.ts';

/**
 * Azure Service Bus and Event Hubs over HTTP, which answer 401 to everything, missing rights too.
 *
 * @see https://github.com/Azure/azure-service-bus-dotnet/issues/603
 * @see https://github.com/Azure/azure-service-bus/issues/354
 * @see https://github.com/Azure/azure-service-bus/issues/334
 * @see https://github.com/Azure/azure-sdk-for-net/issues/20485
 * @see https://github.com/paolosalvatori/ServiceBusExplorer/issues/78
 */
export const azureServiceBus: Provider = {
  name: 'azure-service-bus',
  hosts: ['servicebus.windows.net'],
  rule: entraSays,
  sentences: [
    {
      cause: 'permission-denied',
      when: /'(?:send|listen|manage)(?:, ?(?:send|listen|manage)){0,2}' claim\(?s?\)? (?:are|is) required/,
    },
    { cause: 'signature-invalid', when: /\binvalidsignature\b/ },
    { cause: 'credential-invalid', when: /\bmalformedtoken\b|claim is empty or token is invalid/ },
  ],
  remedies: {
    'permission-denied': 'Add Send, Listen or Manage to the shared access policy, or to the role of the identity.',
    'credential-invalid':
      'Send "SharedAccessSignature …" or "Bearer …" in Authorization, made for this very namespace and entity; managing entities needs a policy with Manage.',
  },
};
