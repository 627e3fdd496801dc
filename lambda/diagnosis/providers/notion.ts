import { codeEvidence, type Rule } from '../finding.ts';
import type { Provider } from './provider.ts';

/** A page that was not shared with the integration does not exist for it; neither does one with another id. */
const rule: Rule = ({ status, codes }) => {
  const code = codes.find(({ path, value }) => path === 'code' && value === 'object_not_found');
  return code === undefined || status !== 404
    ? undefined
    : { cause: 'permission-denied', confidence: 'possible', evidence: [codeEvidence(code)] };
};

/** @see https://developers.notion.com/reference/status-codes */
export const notion: Provider = {
  name: 'notion',
  hosts: ['notion.com'],
  fields: ['x-notion-request-id'],
  rule,
  sentences: [{ cause: 'credential-revoked', when: /^invalid code: this code has been revoked/ }],
  codes: {
    restricted_resource: 'permission-denied',
    rate_limited: 'rate-limited',
    missing_version: 'request-rejected',
  },
  codesAt: /^code$/,
  requestIdFields: ['x-notion-request-id'],
  remedies: {
    'permission-denied':
      "Share the page or database with the integration, and check the integration's capabilities: https://developers.notion.com/reference/status-codes",
    'request-rejected':
      'Every call needs the header `Notion-Version`: https://developers.notion.com/reference/status-codes',
  },
};
