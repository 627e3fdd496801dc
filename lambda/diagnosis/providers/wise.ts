import { type Finding, headerEvidence, type Rule } from '../finding.ts';
import type { Provider } from './provider.ts';

/** Strong customer authentication shows in a header alone; the body is empty. */
const rule: Rule = ({ status, fields }): Finding | undefined => {
  const result = fields.get('x-2fa-approval-result');
  return status === 403 && result?.toUpperCase() === 'REJECTED'
    ? {
        cause: 'step-up-required',
        confidence: 'certain',
        evidence: [headerEvidence('x-2fa-approval-result', result)],
      }
    : undefined;
};

/**
 * Wise, once TransferWise.
 *
 * @see https://docs.wise.com/guides/developer/auth-and-security/sca-and-2fa
 * @see https://github.com/transferwise/api-docs/pull/94
 */
export const wise: Provider = {
  name: 'wise',
  hosts: ['wise.com', 'transferwise.com'],
  rule,
  remedies: {
    'step-up-required':
      'Sign the one-time token from x-2fa-approval with the private key whose public half Wise has, and repeat the call with x-2fa-approval and X-Signature: https://docs.wise.com/guides/developer/auth-and-security/sca-and-2fa',
  },
};
