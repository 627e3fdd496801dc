import { awsErrors } from './aws/errors.ts';
import { AWS_REMEDIES } from './aws/remedies.ts';
import type { Provider } from './provider.ts';

/**
 * The access portal of IAM Identity Center, which knows a session that ran out no better than one that never was.
 *
 * @see https://github.com/aws/aws-cli/issues/7340
 * @see https://github.com/61418/aws-sso-util/issues/74
 */
export const awsSso: Provider = {
  name: 'aws-sso',
  hosts: ['sso.*.amazonaws.com', 'sso.*.amazonaws.com.cn'],
  rule: awsErrors({
    sentences: [{ cause: 'credential-invalid', when: /^session token not found or invalid/ }],
  }),
  remedies: {
    ...AWS_REMEDIES,
    'credential-invalid': 'The session has most likely run out: run `aws sso login`.',
    'credential-expired': 'Run `aws sso login`.',
  },
};
