import { type Finding, messageEvidence, type Rule } from '../finding.ts';
import { parseJson, textAt } from '../reading/json.ts';
import { messageOf } from '../reading/terms.ts';
import type { Reading } from '../reading.ts';
import { sentenceWording } from '../rules/wording.ts';
import { entraSays } from './microsoft-entra.ts';
import type { Provider } from './provider.ts';

const ONE_OF = /must have one of the following scopes: ([\w.]{3,100}(?:, [\w.]{3,100}){0,20})/i;

const rule: Rule = (reading, context): Finding | undefined => entraSays(reading, context) ?? intune(reading);

/**
 * Intune's answers are JSON texts inside Graph's `message`, up to two of them inside each other.
 *
 * @see https://github.com/mondoohq/cnspec/issues/1708
 * @see https://github.com/microsoftgraph/msgraph-sdk-powershell/issues/1257
 */
function intune(reading: Reading): Finding | undefined {
  const outer = parseJson(textAt(reading.json, 'error', 'message') ?? '');
  const text = textAt(outer, 'Message');
  if (text === undefined) return undefined;
  const said = (textAt(parseJson(text), 'Message') ?? text).split(' - Operation ID')[0] ?? '';
  const message = messageOf('error.message', said, true);
  const evidence = [messageEvidence(message)];
  const scopes = ONE_OF.exec(said)?.[1]?.split(', ');
  if (scopes !== undefined) {
    return { cause: 'scope-missing', confidence: 'certain', evidence, details: { missingScopes: scopes } };
  }
  if (/does not have application permissions configured/i.test(said)) {
    return { cause: 'scope-missing', confidence: 'certain', evidence };
  }
  const wording = sentenceWording(reading, [message]);
  if (wording !== undefined) return wording;
  return textAt(outer, 'ErrorCode') === 'Forbidden'
    ? { cause: 'permission-denied', confidence: 'possible', evidence }
    : undefined;
}

/**
 * Microsoft Graph, its predecessor for Entra, and the mail behind both.
 *
 * @see https://learn.microsoft.com/graph/errors
 * @see https://github.com/microsoftgraph/aspnetcore-connect-sample/issues/37 (`ErrorAccessDenied`)
 * @see https://github.com/OfficeDev/office-js-docs-pr/issues/2808 (`Access to OData is disabled`)
 */
export const microsoftGraph: Provider = {
  name: 'microsoft-graph',
  hosts: ['graph.microsoft.com', 'graph.windows.net', 'outlook.office.com', 'outlook.office365.com'],
  fields: ['x-ms-ags-diagnostic'],
  rule,
  sentences: [
    { cause: 'scope-missing', when: /missing (?:role|scope) permissions on the request/ },
    {
      cause: 'credential-expired',
      when: /lifetime validation failed, the token is expired|^access token has expired|token is expired\b/,
    },
    { cause: 'permission-denied', when: /^access to odata is disabled/ },
  ],
  codes: {
    authorization_identitynotfound: 'credential-invalid',
    authorization_requestdenied: 'permission-denied',
    erroraccessdenied: 'permission-denied',
    invalidauthenticationtoken: 'credential-invalid',
    toomanyrequests: 'rate-limited',
    activitylimitreached: 'rate-limited',
    applicationthrottled: 'rate-limited',
  },
  requestIdFields: ['request-id'],
  remedies: {
    'scope-missing':
      'Add the permission to the app registration at https://entra.microsoft.com and grant admin consent, then get a new token.',
    'permission-denied':
      'Graph also says this of a token without the permission that the page of the call lists; an Exchange policy may limit the app to some mailboxes: https://learn.microsoft.com/graph/auth-limit-mailbox-access',
    'credential-expired': 'Get a new token with the refresh token or the client secret.',
    'credential-invalid': 'Check that the token was issued for https://graph.microsoft.com/ and not for another API.',
    'rate-limited': 'See https://learn.microsoft.com/graph/throttling',
  },
};
