import { type Finding, findMessage, messageEvidence, type Rule } from '../finding.ts';
import type { Provider } from './provider.ts';

/** The sentence of the access list has the request's id in it. */
const byAccessList: Rule = (reading): Finding | undefined => {
  const message = findMessage(reading, /\bis blocked by databricks ip acl\b/);
  if (message === undefined) return undefined;
  const requestId = /\[ReqId: ([\w-]{1,64})\]/.exec(message.text)?.[1];
  return {
    cause: 'ip-not-allowed',
    confidence: 'certain',
    evidence: [messageEvidence(message)],
    ...(requestId !== undefined && { details: { requestId } }),
  };
};

/** @see https://github.com/omnigent-ai/omnigent/issues/4463 */
export const databricks: Provider = {
  name: 'databricks',
  hosts: ['azuredatabricks.net', 'cloud.databricks.com', 'gcp.databricks.com'],
  rule: byAccessList,
  remedies: {
    'ip-not-allowed':
      'An administrator of the workspace edits the list: https://learn.microsoft.com/en-us/azure/databricks/security/network/ip-access-list',
  },
};
