import { type Finding, headerEvidence, type Rule } from '../finding.ts';
import type { Provider } from './provider.ts';

const LOGIN = /^https:\/\/[\w-]{1,63}\.cloudflareaccess\.com\/cdn-cgi\/access\/login/;

/** A service token that no policy takes as such is sent to the login page, as is a call without any. */
const rule: Rule = (reading): Finding | undefined => {
  const location = reading.fields.get('location') ?? '';
  if (reading.status < 300 || reading.status > 399 || !LOGIN.test(location)) return undefined;
  const cause = reading.requestFields.has('cf-access-client-id') ? 'credential-invalid' : 'credential-missing';
  return { cause, confidence: 'likely', evidence: [headerEvidence('location', location.split('?')[0] ?? '')] };
};

/**
 * Cloudflare Access in front of an application.
 *
 * @see https://github.com/martymcenroe/AssemblyZero/issues/1663
 */
export const cloudflareAccess: Provider = {
  name: 'cloudflare-access',
  fields: [['location', LOGIN]],
  rule,
  remedies: {
    'credential-missing': 'Send a service token in `CF-Access-Client-Id` and `CF-Access-Client-Secret`.',
    'credential-invalid':
      'The service token needs a policy with the action "Service Auth": with "Allow" the call is sent to the login page.',
  },
};
