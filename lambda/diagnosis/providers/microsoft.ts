import type { Cause } from '../causes.ts';
import { codeEvidence, type Finding, findMessage, headerEvidence, messageEvidence, type Rule } from '../finding.ts';
import type { Reading } from '../reading.ts';
import type { Provider } from './provider.ts';

/**
 * Entra's error numbers.
 *
 * @see https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes
 */
const AADSTS: Readonly<Record<string, Cause>> = {
  '50034': 'credential-invalid',
  '50053': 'account-suspended',
  '50055': 'credential-expired',
  '50057': 'credential-revoked',
  '50072': 'step-up-required',
  '50074': 'step-up-required',
  '50076': 'step-up-required',
  '50079': 'step-up-required',
  '50097': 'step-up-required',
  '50105': 'permission-denied',
  '50126': 'credential-invalid',
  '50158': 'step-up-required',
  '50173': 'credential-revoked',
  '53000': 'step-up-required',
  '53001': 'step-up-required',
  '53003': 'step-up-required',
  '530003': 'step-up-required',
  '65001': 'step-up-required',
  '65004': 'step-up-required',
  '70000': 'credential-invalid',
  '70001': 'credential-invalid',
  '70008': 'credential-expired',
  '70011': 'request-rejected',
  '70043': 'credential-expired',
  '700082': 'credential-expired',
  '700016': 'credential-invalid',
  '700027': 'signature-invalid',
  '7000112': 'account-suspended',
  '7000215': 'credential-invalid',
  '7000216': 'credential-missing',
  '7000218': 'credential-missing',
  '7000222': 'credential-expired',
  '90002': 'wrong-endpoint',
  '90094': 'step-up-required',
  '90033': 'unknown',
  '9002313': 'request-rejected',
  '500011': 'wrong-endpoint',
  '500133': 'credential-expired',
  '500014': 'account-suspended',
  '50194': 'wrong-endpoint',
  '50020': 'permission-denied',
};

/**
 * Codes of Graph, Azure Resource Manager, Azure Storage and their relatives.
 *
 * @see https://learn.microsoft.com/en-us/graph/errors
 * @see https://learn.microsoft.com/en-us/rest/api/storageservices/common-rest-api-error-codes
 * @see https://learn.microsoft.com/en-us/azure/azure-resource-manager/troubleshooting/common-deployment-errors
 */
const CODES: Readonly<Record<string, Cause>> = {
  authorizationfailed: 'permission-denied',
  linkedauthorizationfailed: 'permission-denied',
  authorization_requestdenied: 'permission-denied',
  authorization_identitynotfound: 'credential-invalid',
  authorizationpermissionmismatch: 'permission-denied',
  insufficientaccountpermissions: 'permission-denied',
  authorizationfailure: 'ip-not-allowed',
  authorizationsourceipmismatch: 'ip-not-allowed',
  authorizationprotocolmismatch: 'request-rejected',
  authorizationresourcetypemismatch: 'scope-missing',
  authorizationservicemismatch: 'scope-missing',
  ipauthorizationerror: 'ip-not-allowed',
  forbiddenbyfirewall: 'ip-not-allowed',
  forbiddenbyconnection: 'ip-not-allowed',
  forbiddenbyrbac: 'permission-denied',
  accessdeniedbyfirewall: 'ip-not-allowed',
  requestdisallowedbypolicy: 'permission-denied',
  requestdisallowedbyazure: 'permission-denied',
  expiredauthenticationtoken: 'credential-expired',
  authenticationfailedinvalidheader: 'credential-invalid',
  invalidauthenticationtoken: 'credential-invalid',
  invalidauthenticationtokentenant: 'credential-invalid',
  invalidauthenticationinfo: 'credential-invalid',
  invalidauthenticationtokenaudience: 'credential-invalid',
  noauthenticationinformation: 'credential-missing',
  accountisdisabled: 'account-suspended',
  subscriptiondisabled: 'account-suspended',
  readonlydisabledsubscription: 'account-suspended',
  subscriptionnotfound: 'wrong-endpoint',
  keybasedauthenticationnotpermitted: 'credential-invalid',
  publicaccessnotpermitted: 'credential-missing',
  scopelocked: 'request-rejected',
  toomanyrequests: 'rate-limited',
  activitylimitreached: 'rate-limited',
  applicationthrottled: 'rate-limited',
  quotaexceeded: 'quota-exceeded',
  missingsubscription: 'wrong-endpoint',
  missingsubscriptionregistration: 'feature-unavailable',
};

const LIFETIME =
  /lifetime validation failed, the token is expired|access token has expired|token is expired|access token expiry|signature not valid in the specified time frame|expiry \[/;

/** Microsoft's codes: Entra's AADSTS numbers first, then the services' own, with what their sentences add. */
const rule: Rule = (reading): Finding | undefined => entra(reading) ?? evaluation(reading) ?? service(reading);

function entra(reading: Reading): Finding | undefined {
  const message = findMessage(reading, /\baadsts\d{5,7}/);
  const number = /\baadsts(\d{5,7})/.exec(message?.plain ?? '')?.[1];
  if (message === undefined || number === undefined) return undefined;
  const cause = Object.hasOwn(AADSTS, number) ? AADSTS[number] : undefined;
  return cause === undefined || cause === 'unknown'
    ? undefined
    : { cause, confidence: 'certain', evidence: [messageEvidence(message)] };
}

/** Continuous access evaluation asks for a new sign-in. @see https://learn.microsoft.com/en-us/entra/identity-platform/claims-challenge */
function evaluation(reading: Reading): Finding | undefined {
  const challenge = reading.challenges.find(({ params }) => params.get('error') === 'insufficient_claims');
  return challenge === undefined
    ? undefined
    : {
        cause: 'step-up-required',
        confidence: 'certain',
        evidence: [headerEvidence('www-authenticate', 'error="insufficient_claims"')],
      };
}

function service(reading: Reading): Finding | undefined {
  const roles = findMessage(reading, /missing (?:role|scope) permissions on the request/);
  if (roles !== undefined) return { cause: 'scope-missing', confidence: 'certain', evidence: [messageEvidence(roles)] };
  const storage = findMessage(reading, /server failed to authenticate the request/);
  const lifetime = findMessage(reading, LIFETIME);
  if (lifetime !== undefined && reading.status >= 400) {
    return { cause: 'credential-expired', confidence: 'certain', evidence: [messageEvidence(lifetime)] };
  }
  if (storage !== undefined)
    return { cause: 'signature-invalid', confidence: 'likely', evidence: [messageEvidence(storage)] };
  const header = reading.fields.get('x-ms-error-code');
  const names = [
    ...reading.codes.map((code) => ({ name: code.value, evidence: codeEvidence(code) })),
    ...(header === undefined ? [] : [{ name: header, evidence: headerEvidence('x-ms-error-code', header) }]),
  ];
  // The innermost code is the most specific one.
  for (const { name, evidence } of names.reverse()) {
    const cause = Object.hasOwn(CODES, name.toLowerCase()) ? CODES[name.toLowerCase()] : undefined;
    if (cause !== undefined)
      return {
        cause,
        confidence: 'certain',
        evidence: [evidence, ...reading.messages.slice(0, 1).map(messageEvidence)],
      };
  }
  return undefined;
}

export const microsoft: Provider = {
  name: 'microsoft',
  hosts: [
    'graph.microsoft.com',
    'microsoftonline.com',
    'azure.com',
    'windows.net',
    'windows.com',
    'sharepoint.com',
    'office.com',
    'dynamics.com',
    'visualstudio.com',
    'powerbi.com',
    'office365.com',
    'azure.net',
  ],
  fields: ['x-ms-ags-diagnostic', 'x-ms-request-id', 'x-ms-correlation-request-id'],
  rule,
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
