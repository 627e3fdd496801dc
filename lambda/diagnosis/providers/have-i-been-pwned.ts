import { type Rule, statusEvidence } from '../finding.ts';
import type { Provider } from './provider.ts';

/** A 403 is for a call without a User-Agent: a missing or wrong key is a 401. */
const withoutUserAgent: Rule = (reading) =>
  reading.status === 403 && !reading.requestFields.has('user-agent')
    ? { cause: 'request-rejected', confidence: 'likely', evidence: [statusEvidence(reading)] }
    : undefined;

/**
 * @see https://github.com/icanhasfay/PyPwned/issues/8
 * @see https://github.com/thewhiteh4t/pwnedOrNot/issues/57 (key)
 */
export const haveIBeenPwned: Provider = {
  name: 'have-i-been-pwned',
  hosts: ['haveibeenpwned.com'],
  rule: withoutUserAgent,
  remedies: {
    'credential-missing': 'The key goes into the header `hibp-api-key`.',
    'request-rejected': 'Send a User-Agent that names your application.',
  },
};
