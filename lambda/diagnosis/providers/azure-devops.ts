import { type Finding, findMessage, headerEvidence, messageEvidence, type Rule, statusEvidence } from '../finding.ts';
import type { Reading } from '../reading.ts';
import type { Provider } from './provider.ts';

/**
 * What the words leave out: `TF400813` without a user means that nobody was recognised, with one that this user may
 * not; and a sign-in page comes with status 203.
 *
 * @see https://github.com/microsoft/azure-devops-auth-samples/issues/52
 * @see https://github.com/microsoft/azure-devops-extension-sample/issues/45
 * @see https://github.com/microsoft/azure-devops-auth-samples/issues/57 (203)
 */
const rule: Rule = (reading): Finding | undefined => {
  const message = findMessage(reading, /\btf400813\b/);
  if (message !== undefined) {
    return {
      cause: /the user '' is not/.test(message.plain) ? unrecognised(reading) : 'permission-denied',
      confidence: 'likely',
      evidence: [messageEvidence(message)],
    };
  }
  if (reading.status === 203 && reading.page !== undefined) {
    return { cause: unrecognised(reading), confidence: 'likely', evidence: [statusEvidence(reading)] };
  }
  return expiredByField(reading);
};

function unrecognised({ credential }: Reading): 'credential-missing' | 'credential-invalid' {
  return credential.sent === false ? 'credential-missing' : 'credential-invalid';
}

/** The message rides in a field, URL-encoded, also where the body is a page. */
function expiredByField({ fields }: Reading): Finding | undefined {
  const said = fields.get('x-tfs-serviceerror')?.slice(0, 1000).replaceAll('%20', ' ').replaceAll('%3A', ':');
  return said === undefined || !/The Personal Access Token used has expired/i.test(said)
    ? undefined
    : { cause: 'credential-expired', confidence: 'certain', evidence: [headerEvidence('x-tfs-serviceerror', said)] };
}

/**
 * Azure DevOps Services and Server.
 *
 * @see https://github.com/microsoft/azure-pipelines-tasks/issues/18732
 * @see https://github.com/MicrosoftDocs/azure-devops-docs/issues/9704 (`VS403463`)
 */
export const azureDevOps: Provider = {
  name: 'azure-devops',
  hosts: ['dev.azure.com', 'visualstudio.com'],
  fields: ['x-tfs-serviceerror'],
  wrote: ({ leaves }) =>
    leaves.some(
      ({ key, value }) =>
        key === 'typeName' && /^Microsoft\.(?:TeamFoundation|VisualStudio\.Services)\./.test(String(value)),
    ),
  rule,
  sentences: [{ cause: 'step-up-required', when: /\bvs403463\b/ }],
  remedies: {
    'credential-invalid':
      'An expired token can get this answer too: compare with the list under "Personal access tokens" in the user settings. See https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate',
    'credential-expired':
      'Renew it under "Personal access tokens" in the user settings: https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate',
    'permission-denied':
      "Check the user's access to the organisation and project, the token's scopes and organisation, and whether the organisation's policies allow OAuth apps.",
    'step-up-required':
      'For calls without a browser, conditional access enforces its address ranges only: ask the administrator of Entra to allow this one.',
  },
};
