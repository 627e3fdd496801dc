import type { Cause } from '../causes.ts';
import { codeEvidence, type Rule } from '../finding.ts';
import { at } from '../reading/json.ts';
import type { Provider } from './provider.ts';

/** `error_subcode` of a 190: why the token is no longer good, which 190 alone leaves open. */
const SUBCODES: Readonly<Record<string, Cause>> = {
  '458': 'credential-revoked',
  '459': 'step-up-required',
  '460': 'credential-revoked',
  '463': 'credential-expired',
};

const rule: Rule = ({ codes }) => {
  const code = codes.find(({ path, value }) => path === 'error.error_subcode' && Object.hasOwn(SUBCODES, value));
  const cause = code && SUBCODES[code.value];
  return cause && { cause, confidence: 'certain', evidence: [codeEvidence(code)] };
};

/**
 * Meta's Graph API, for Facebook, Instagram, Threads and WhatsApp: the numbers tell the cause, the HTTP status does not.
 *
 * @see https://developers.facebook.com/docs/graph-api/guides/error-handling
 * @see https://github.com/fabrahaingo/joel/issues/152 (WhatsApp's limits)
 * @see https://github.com/strohne/Facepager/issues/131 (features that need a review, under code 10)
 */
export const facebook: Provider = {
  name: 'facebook',
  hosts: ['facebook.com', 'instagram.com'],
  fields: ['facebook-api-version'],
  wrote: ({ json }) => at(json, 'error', 'fbtrace_id') !== undefined,
  rule,
  sentences: [
    { cause: 'credential-expired', when: /\bsession has expired on\b/ },
    { cause: 'scope-missing', when: /permission\(s\) must be granted before/ },
    {
      cause: 'feature-unavailable',
      when: /page public content access|must be reviewed and approved|verified business/,
    },
    { cause: 'scope-missing', when: /^\(#(?:10|2\d\d)\)(?=.{0,200}\bpermission).{0,200}\b[a-z]{2,20}_[a-z_]{2,40}\b/ },
    { cause: 'scope-missing', when: /^\(#10\) application does not have permission for this action/ },
    { cause: 'permission-denied', when: /^\(#2\d\d\) /, confidence: 'likely' },
    { cause: 'permission-denied', when: /cannot be loaded due to missing permissions/, confidence: 'likely' },
  ],
  codesAt: /^error\.code$/,
  codes: {
    '3': 'feature-unavailable',
    '4': 'rate-limited',
    '17': 'rate-limited',
    '102': 'credential-invalid',
    '104': 'credential-missing',
    '190': 'credential-invalid',
    '341': 'rate-limited',
    '80007': 'rate-limited',
    '130429': 'rate-limited',
    '131030': 'permission-denied',
    '131031': 'account-suspended',
    '131048': 'rate-limited',
    '131056': 'rate-limited',
  },
  remedies: {
    'scope-missing':
      'Request the permission in the App Dashboard under App Review, then log in again with it: https://developers.facebook.com/docs/apps/review',
    'feature-unavailable': 'Have the feature reviewed for the app: https://developers.facebook.com/docs/apps/review',
    'permission-denied':
      'For a page, check the role of the user in its settings; for a WhatsApp test number, the recipient has to be on its list. See https://developers.facebook.com/docs/graph-api/guides/error-handling',
    'credential-revoked':
      'Have the user log in to the app again. See https://developers.facebook.com/docs/graph-api/guides/error-handling',
    'step-up-required': 'The user has to log in at https://www.facebook.com and finish the check shown there.',
  },
};
