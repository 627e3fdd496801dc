import { isDenial } from './aws/denial.ts';
import { awsErrors } from './aws/errors.ts';
import { AWS_REMEDIES } from './aws/remedies.ts';
import type { Provider } from './provider.ts';

/**
 * Every service without a file of its own. What all stores that speak S3 send marks none of them, so `x-amz-request-id`
 * is not listed.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 * @see https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json (hosts)
 */
export const aws: Provider = {
  name: 'aws',
  hosts: ['amazonaws.com', 'amazonaws.com.cn', 'on.aws', 'api.aws', 'amazonwebservices.com.cn'],
  fields: ['x-amzn-requestid', 'x-amzn-errortype'],
  wrote: isDenial,
  rule: awsErrors(),
  requestIdFields: ['x-amzn-requestid', 'x-amz-request-id'],
  remedies: {
    ...AWS_REMEDIES,
    'wrong-endpoint': 'At API Gateway, check stage, path and method; if they are right, the call must be signed.',
  },
};
