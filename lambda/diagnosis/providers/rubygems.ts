import { findMessage, messageEvidence, type Rule } from '../finding.ts';
import type { Provider } from './provider.ts';

/**
 * One answer for a key that is missing, unknown or expired: keys are looked up among those that have not expired.
 *
 * @see https://github.com/rubygems/rubygems.org/blob/master/app/controllers/api/base_controller.rb
 */
const rule: Rule = (reading) => {
  const message = findMessage(reading, /^access denied\. please sign up for an account at/);
  return (
    message && {
      cause: reading.credential.sent === false ? 'credential-missing' : 'credential-invalid',
      confidence: 'likely',
      evidence: [messageEvidence(message)],
    }
  );
};

/** @see https://github.com/rubygems/rubygems.org/blob/master/config/locales/en.yml */
export const rubygems: Provider = {
  name: 'rubygems',
  hosts: ['rubygems.org'],
  rule,
  sentences: [
    { cause: 'step-up-required', when: /no otp code provided/ },
    { cause: 'credential-invalid', when: /your otp code is incorrect/ },
  ],
  remedies: {
    'credential-invalid':
      'An expired key gets the same answer as an unknown one; keys and their dates are under "API keys" in the account settings: https://guides.rubygems.org/api-key-scopes/',
    'scope-missing':
      'Edit the key under "API keys" in the account settings: https://guides.rubygems.org/api-key-scopes/',
    'step-up-required': 'Send the one-time password in the header `OTP`.',
  },
};
