import { codeEvidence, type Finding, findMessage, messageEvidence, type Rule } from '../finding.ts';
import { awsErrors } from './aws/errors.ts';
import { AWS_REMEDIES } from './aws/remedies.ts';
import { byProvider, type Provider } from './provider.ts';

const errors = awsErrors({
  sentences: [{ cause: 'permission-denied', when: /^not authorized to access \w{1,120} on type \w{1,120}/ }],
});

/**
 * The front door's 401, one for a credential that is missing and one that is not valid for the mode. `Unauthorized` in
 * an answer with 200 is a resolver's denial.
 *
 * @see https://repost.aws/knowledge-center/aws-appsync-graphql-request-unauth-error
 */
const rule: Rule = (reading, context): Finding | undefined => {
  const message = findMessage(reading, /^you are not authorized to make this call/);
  const code = reading.codes.find(({ value }) => value === 'UnauthorizedException');
  if (message === undefined || code === undefined)
    return byProvider({ name: 'appsync', rule: errors }, reading, context);
  return {
    cause: reading.credential.sent === false ? 'credential-missing' : 'credential-invalid',
    confidence: 'likely',
    evidence: [codeEvidence(code), messageEvidence(message)],
  };
};

export const appsync: Provider = {
  name: 'appsync',
  hosts: ['appsync-api.*.amazonaws.com', 'appsync-api.*.amazonaws.com.cn'],
  rule,
  remedies: {
    ...AWS_REMEDIES,
    'credential-invalid':
      "The credential must fit one of the API's authorization modes; a user pool's JWT goes without the word Bearer. See https://repost.aws/knowledge-center/aws-appsync-graphql-request-unauth-error",
    'permission-denied':
      "See the authorization directives of the type and field, and the resolver's template; owner rules refuse readers of others' rows: https://repost.aws/knowledge-center/aws-appsync-graphql-request-unauth-error",
  },
};
