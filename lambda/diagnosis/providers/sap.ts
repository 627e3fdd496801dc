import { type Finding, headerEvidence, type Rule } from '../finding.ts';
import type { Provider } from './provider.ts';

/** The text is in the language of the logon; the header is the same in all of them. */
const rule: Rule = ({ status, fields }): Finding | undefined => {
  const token = fields.get('x-csrf-token');
  return status === 403 && token?.toLowerCase() === 'required'
    ? { cause: 'csrf-rejected', confidence: 'certain', evidence: [headerEvidence('x-csrf-token', token)] }
    : undefined;
};

/**
 * SAP Gateway.
 *
 * @see https://github.com/SAP/cloud-sdk-js/issues/1037
 * @see https://github.com/Soontao/light-odata/issues/66
 * @see https://github.com/ralfhandl/issue-test/issues/1
 */
export const sap: Provider = {
  name: 'sap',
  hosts: ['ondemand.com'],
  fields: ['sap-processing-info', 'sap-server', 'sap-perf-fesrec', ['x-csrf-token', /^required$/i]],
  rule,
  remedies: {
    'csrf-rejected':
      'Fetch one with a GET that has "x-csrf-token: fetch", then send that token and the cookies that came with it.',
  },
};
