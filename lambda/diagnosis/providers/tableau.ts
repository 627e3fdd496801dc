import { at, textAt } from '../reading/json.ts';
import type { Provider } from './provider.ts';

/**
 * Tableau's codes, in XML or JSON: the status and three digits. 401000 is left to its sentence, which comes without a
 * credential and with one whose session has ended.
 *
 * @see https://help.tableau.com/current/api/rest_api/en-us/REST/rest_api_concepts_errors.htm
 * @see https://help.tableau.com/current/api/vizql-data-service/en-us/docs/vds_error_codes.html
 * @see https://help.salesforce.com/s/articleView?id=001496614&type=1 (401001)
 * @see https://help.salesforce.com/s/articleView?id=001498381&type=1 (401000)
 */
export const tableau: Provider = {
  name: 'tableau',
  wrote: ({ content, body, json }) =>
    content === 'xml'
      ? body.slice(0, 500).includes('<tsResponse')
      : textAt(json, 'error', 'summary') !== undefined && /^\d{6}$/.test(String(at(json, 'error', 'code'))),
  codes: {
    '401001': 'credential-invalid',
    '401002': 'credential-invalid',
    '403157': 'feature-unavailable',
    '403800': 'permission-denied',
    '404950': 'wrong-endpoint',
    '429000': 'rate-limited',
  },
  remedies: {
    'credential-missing':
      'It also says so when the session of the token has ended (240 minutes on a server, 120 in the cloud): sign in again.',
    'credential-invalid':
      'A personal access token that was revoked, or not used for 15 days, is refused like a wrong one: create another in the account settings. See https://help.tableau.com/current/api/rest_api/en-us/REST/rest_api_concepts_errors.htm',
    'permission-denied':
      'For 403800, set the capability "API Access" of the data source to Allowed for this user. See https://help.tableau.com/current/api/vizql-data-service/en-us/docs/vds_error_codes.html',
  },
};
