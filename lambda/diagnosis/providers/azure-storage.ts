import { type Finding, findMessage, messageEvidence, type Rule } from '../finding.ts';
import type { Reading } from '../reading.ts';
import { entraSays } from './microsoft-entra.ts';
import type { Provider } from './provider.ts';

const TIME_FRAME =
  /signature not valid in the specified time frame: start \[([^\]]{10,60})\] - expiry \[([^\]]{10,60})\] - current \[([^\]]{10,60})\]/i;

const rule: Rule = (reading, context): Finding | undefined => entraSays(reading, context) ?? timeFrame(reading);

/** A shared access signature outside its start and expiry: over, or signed by a clock that runs ahead. */
function timeFrame(reading: Reading): Finding | undefined {
  const message = findMessage(reading, /signature not valid in the specified time frame/);
  if (message === undefined) return undefined;
  const [, start = '', , current = ''] = TIME_FRAME.exec(message.text) ?? [];
  const cause = Date.parse(current) < Date.parse(start) ? 'signature-invalid' : 'credential-expired';
  return { cause, confidence: 'certain', evidence: [messageEvidence(message)] };
}

/**
 * Azure's blobs, queues, tables and files, and its emulator. The code stands in `x-ms-error-code` too, for HEAD there
 * alone.
 *
 * @see https://learn.microsoft.com/rest/api/storageservices/common-rest-api-error-codes
 * @see https://learn.microsoft.com/en-us/rest/api/storageservices/sas-error-codes
 * @see https://github.com/microsoft/AzureStorageExplorer/issues/9150 (`AuthorizationFailure` by the firewall)
 * @see https://github.com/Azure/Azurite/issues/2449 (`CorsPreflightFailure`)
 * @see https://github.com/Azure/azure-kusto-node/issues/218 (signature not valid in the specified time frame)
 */
export const azureStorage: Provider = {
  name: 'azure-storage',
  hosts: ['core.windows.net'],
  fields: [['server', /^(?:windows-azure|azurite)-(?:blob|queue|table|file)/i]],
  rule,
  sentences: [
    {
      cause: 'ip-not-allowed',
      confidence: 'likely',
      when: /^this request is not authorized to perform this operation\.(?: requestid|$)/,
    },
    {
      cause: 'signature-invalid',
      confidence: 'likely',
      when: /^server failed to authenticate the request\. make sure the value of (?:the )?authorization header is formed correctly/,
    },
    { cause: 'credential-invalid', when: /^key based authentication is not permitted/ },
  ],
  codes: {
    accountisdisabled: 'account-suspended',
    authorizationfailure: 'ip-not-allowed',
    authorizationpermissionmismatch: 'permission-denied',
    authorizationprotocolmismatch: 'request-rejected',
    authorizationresourcetypemismatch: 'scope-missing',
    authorizationservicemismatch: 'scope-missing',
    authorizationsourceipmismatch: 'ip-not-allowed',
    corspreflightfailure: 'cors-rejected',
    insufficientaccountpermissions: 'permission-denied',
    invalidauthenticationinfo: 'credential-invalid',
    keybasedauthenticationnotpermitted: 'credential-invalid',
    noauthenticationinformation: 'credential-missing',
    publicaccessnotpermitted: 'credential-missing',
  },
  requestIdFields: ['x-ms-request-id'],
  remedies: {
    'permission-denied':
      'For a token, assign a data role such as "Storage Blob Data Reader" under "Access control (IAM)"; for a shared access signature, issue it again with this permission.',
    'ip-not-allowed':
      'Add the address or the virtual network under "Networking" of the storage account: https://learn.microsoft.com/azure/storage/common/storage-network-security',
    'scope-missing': 'Issue the shared access signature again for this service and resource type.',
    'credential-expired': 'Issue the shared access signature again with a later expiry.',
    'credential-invalid':
      'If the message says that key based authentication is not permitted, account keys are switched off: use a Microsoft Entra token.',
    'signature-invalid':
      'See https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key and compare the clock.',
    'cors-rejected': 'Add the origin under "Resource sharing (CORS)" of the storage account.',
  },
};
