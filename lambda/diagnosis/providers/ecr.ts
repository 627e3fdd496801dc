import { awsErrors } from './aws/errors.ts';
import { AWS_REMEDIES } from './aws/remedies.ts';
import type { Provider } from './provider.ts';

/**
 * Amazon's container registry.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html
 * @see https://github.com/NHSDigital/manage-vaccinations-in-schools/pull/2196 (its words, without a login as well)
 */
export const ecr: Provider = {
  name: 'ecr',
  hosts: ['ecr.*.amazonaws.com', 'ecr.*.amazonaws.com.cn'],
  rule: awsErrors({ sentences: [{ cause: 'credential-expired', when: /^your authorization token has expired/ }] }),
  remedies: {
    ...AWS_REMEDIES,
    'credential-expired':
      'Log in again with `aws ecr get-login-password`: its token lasts 12 hours, and whoever never logged in is told the same. See https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html',
    'credential-missing':
      'Log in with `aws ecr get-login-password`: https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html',
  },
};
