import { codeEvidence, messageEvidence, type Rule } from '../finding.ts';
import { awsErrors } from './aws/errors.ts';
import { byProvider, type Provider } from './provider.ts';

const errors = awsErrors({
  sentences: [
    { cause: 'credential-invalid', when: /^the access token you provided is revoked, malformed or invalid/ },
    { cause: 'signature-invalid', when: /not a valid key=value pair/ },
  ],
  // Of every refusal: what `details` says counts.
  codes: { unauthorized: undefined, accessdenied: undefined },
});

/**
 * Amazon's Selling Partner API, which answers 403 and `Unauthorized` to everything; only an empty `details` means that
 * a role or an authorisation is missing.
 *
 * @see https://developer-docs.amazon.com/sp-api/docs/authorization-errors
 * @see https://github.com/amzn/selling-partner-api-models/issues/4122 (403 for all)
 * @see https://github.com/amzn/selling-partner-api-models/issues/713 (empty details)
 * @see https://github.com/amzn/selling-partner-api-docs/issues/836 (`InvalidInput`)
 */
const rule: Rule = (reading, context) => {
  const found = byProvider({ name: 'selling-partner-api', rule: errors }, reading, context);
  if (found !== undefined) return found;
  const code = reading.codes.find(({ path, value }) => path.endsWith('code') && value === 'Unauthorized');
  const [message, ...others] = reading.messages;
  const isAll = message?.plain === 'access to requested resource is denied.' && others.length === 0;
  return code === undefined || message === undefined || !isAll
    ? undefined
    : { cause: 'permission-denied', confidence: 'likely', evidence: [codeEvidence(code), messageEvidence(message)] };
};

export const sellingPartnerApi: Provider = {
  name: 'selling-partner-api',
  hosts: ['sellingpartnerapi-na.amazon.com', 'sellingpartnerapi-eu.amazon.com', 'sellingpartnerapi-fe.amazon.com'],
  rule,
  requestIdFields: ['x-amzn-requestid'],
  remedies: {
    'permission-denied':
      'The app lacks a role, the seller has not authorised it, it is still a draft, or the endpoint is of another region: https://developer-docs.amazon.com/sp-api/docs/authorization-errors',
    'credential-invalid':
      'Exchange the refresh token for a new access token and send it bare in `x-amz-access-token`: https://developer-docs.amazon.com/sp-api/docs/authorization-errors',
    'signature-invalid': 'Check the clock, and that the value of the field does not repeat its name.',
  },
};
