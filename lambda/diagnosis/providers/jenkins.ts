import { type Finding, findMessage, headerEvidence, type Rule } from '../finding.ts';
import type { Provider } from './provider.ts';

/**
 * Fields say who the caller was taken for and what was asked of them; `anonymous` is nobody.
 *
 * @see https://github.com/ccmenu/ccmenu/issues/9
 */
const rule: Rule = (reading): Finding | undefined => {
  const user = reading.fields.get('x-you-are-authenticated-as');
  if (reading.status !== 403 || user === undefined || findMessage(reading, /\bcrumb\b/) !== undefined) return undefined;
  const required = reading.fields.get('x-required-permission');
  const nobody = reading.credential.sent === true ? 'credential-invalid' : 'credential-missing';
  return {
    cause: user === 'anonymous' ? nobody : 'permission-denied',
    confidence: 'likely',
    evidence: [
      headerEvidence('x-you-are-authenticated-as', user),
      ...(required === undefined ? [] : [headerEvidence('x-required-permission', required)]),
    ],
  };
};

export const jenkins: Provider = {
  name: 'jenkins',
  fields: ['x-jenkins', 'x-hudson', 'x-you-are-authenticated-as', 'x-required-permission', 'x-permission-implied-by'],
  rule,
  remedies: {
    'credential-missing': 'Send the user name and an API token as Basic auth with the first request.',
    'csrf-rejected':
      'A script should send an API token in place of a password or session, which needs no crumb: https://jenkins.io/redirect/crumb-cannot-be-used-for-script',
    'permission-denied':
      'The header `X-Required-Permission` names what the user lacks: an administrator grants it where Jenkins keeps its authorisation, or in the folder.',
  },
};
