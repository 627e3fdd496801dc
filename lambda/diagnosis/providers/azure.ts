import { entraSays } from './microsoft-entra.ts';
import type { Provider } from './provider.ts';

/**
 * Azure Resource Manager, Key Vault and whatever else answers below Azure's names.
 *
 * @see https://learn.microsoft.com/en-us/azure/azure-resource-manager/troubleshooting/common-deployment-errors
 * @see https://github.com/MicrosoftDocs/azure-docs/blob/main/articles/key-vault/general/rest-error-codes.md
 * @see https://github.com/hashicorp/terraform-provider-azurerm/issues/20742 (`ForbiddenByFirewall`)
 * @see https://github.com/hashicorp/packer/pull/6009 (`ReadOnlyDisabledSubscription`, with 409)
 * @see https://github.com/PaloAltoNetworks/terraform-templates/issues/14 (`ResourcePurchaseValidationFailed`)
 */
export const azure: Provider = {
  name: 'azure',
  hosts: ['azure.com', 'azure.net', 'windows.net'],
  fields: ['x-ms-correlation-request-id', 'x-ms-failure-cause'],
  rule: entraSays,
  sentences: [
    {
      cause: 'credential-expired',
      when: /\baccess token expiry utc time\b.{0,80}\bis earlier than current|lifetime validation failed, the token is expired|^access token has expired|token is expired\b/,
    },
    {
      cause: 'ip-not-allowed',
      when: /client address is not authorized and caller is not a trusted service|client address \(\S{3,45}\) is not authorized/,
    },
  ],
  codes: {
    accessdeniedbyfirewall: 'ip-not-allowed',
    authenticationfailedinvalidheader: 'credential-invalid',
    authorizationfailed: 'permission-denied',
    expiredauthenticationtoken: 'credential-expired',
    forbiddenbyconnection: 'ip-not-allowed',
    forbiddenbyfirewall: 'ip-not-allowed',
    forbiddenbyrbac: 'permission-denied',
    invalidauthenticationtoken: 'credential-invalid',
    invalidauthenticationtokenaudience: 'credential-invalid',
    invalidauthenticationtokentenant: 'credential-invalid',
    ipauthorizationerror: 'ip-not-allowed',
    linkedauthorizationfailed: 'permission-denied',
    marketplacepurchaseeligibilityfailed: 'step-up-required',
    missingsubscription: 'wrong-endpoint',
    missingsubscriptionregistration: 'feature-unavailable',
    quotaexceeded: 'quota-exceeded',
    readonlydisabledsubscription: 'account-suspended',
    requestdisallowedbypolicy: 'request-rejected',
    resourcepurchasevalidationfailed: 'step-up-required',
    scopelocked: 'request-rejected',
    subscriptiondisabled: 'account-suspended',
    subscriptionnotfound: 'wrong-endpoint',
    toomanyrequests: 'rate-limited',
  },
  requestIdFields: ['x-ms-request-id', 'x-ms-correlation-request-id'],
  remedies: {
    'permission-denied':
      'Assign a role with this action under "Access control (IAM)" of the resource: https://learn.microsoft.com/en-us/azure/role-based-access-control/troubleshooting',
    'ip-not-allowed':
      'Add the address or the virtual network under "Networking" of the resource; for a key vault: https://learn.microsoft.com/azure/key-vault/general/network-security',
    'account-suspended': 'See https://docs.microsoft.com/azure/cost-management-billing/manage/subscription-disabled',
    'step-up-required':
      'Accept the terms of the marketplace item once for this subscription: https://go.microsoft.com/fwlink/?linkid=2110637',
    'request-rejected':
      'A policy or a lock of the subscription forbids this shape of resource; the message names it, "Policy" or "Locks" in the portal shows it.',
    'credential-expired':
      'Get a new token; for a client secret, add one under "Certificates & secrets" at https://entra.microsoft.com',
    'credential-invalid':
      'Check that the token was issued for this resource: its aud has to be the address of the API.',
  },
};
