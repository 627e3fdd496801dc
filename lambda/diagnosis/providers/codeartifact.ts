import { awsErrors } from './aws/errors.ts';
import { AWS_REMEDIES } from './aws/remedies.ts';
import type { Provider } from './provider.ts';

const LOGIN =
  'Run `aws codeartifact login`, or put a new token in place: https://docs.aws.amazon.com/codeartifact/latest/ug/tokens-authentication.html';

/**
 * CodeArtifact, which answers a token that is missing and one that ended with the same bare challenge.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/tokens-authentication.html
 */
export const codeartifact: Provider = {
  name: 'codeartifact',
  hosts: ['codeartifact.*.amazonaws.com', 'codeartifact.*.amazonaws.com.cn'],
  rule: awsErrors(),
  remedies: {
    ...AWS_REMEDIES,
    'credential-missing': LOGIN,
    'credential-invalid': `It may have ended: the registry does not say. ${LOGIN}`,
    'credential-expired': LOGIN,
  },
};
