import type { Cause } from '../causes.ts';
import type { Rule } from '../finding.ts';
import type { Provider } from './provider.ts';

/**
 * `ECODE` by its number. "Token not found" is documented as an authorisation that the user revoked, but the answer
 * itself does not say so. `OAUTH_017` also stands for a redirect URI that was not passed, in the OAuth flow.
 *
 * @see https://developer.clickup.com/docs/common_errors
 */
function causeOf(number: number, sent: boolean | undefined): Cause | undefined {
  if (number === 7) return 'request-rejected';
  if (number === 17 && sent !== true) return 'credential-missing';
  if (number === 10 || number === 19 || number === 21 || number === 25 || number === 77) return 'credential-invalid';
  if (number === 23 || number === 26 || number === 27 || (number >= 29 && number <= 45)) return 'permission-denied';
  return undefined;
}

const rule: Rule = ({ leaves, credential }) => {
  const leaf = leaves.find(({ key }) => key === 'ECODE');
  const number = /^OAUTH_(\d{3})$/.exec(String(leaf?.value))?.[1];
  const cause = number === undefined ? undefined : causeOf(Number(number), credential.sent);
  if (leaf === undefined || cause === undefined) return undefined;
  return { cause, confidence: 'likely', evidence: [{ where: `body ${leaf.path}`, what: `OAUTH_${number}` }] };
};

export const clickup: Provider = {
  name: 'clickup',
  hosts: ['clickup.com'],
  rule,
  remedies: {
    'credential-invalid':
      'ClickUp answers so where the user has revoked the authorisation: authorise the app again, or create a new personal token. See https://developer.clickup.com/docs/authentication',
    'permission-denied':
      'Authorise the app again and select this workspace, then check the id in the URL: a wrong one gets the same answer. See https://developer.clickup.com/docs/common_errors',
    'cors-rejected': 'ClickUp takes no calls from browsers: https://developer.clickup.com/docs/common_errors',
  },
};
