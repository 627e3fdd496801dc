import { awsErrors } from './aws/errors.ts';
import { AWS_REMEDIES } from './aws/remedies.ts';
import type { Provider, Sentence } from './provider.ts';

/**
 * What S3 and the stores that speak its protocol say: `AccessDenied` and `InvalidRequest` stand for all of it.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 * @see https://github.com/minio/minio/blob/master/cmd/api-errors.go
 * @see https://github.com/aws/aws-sdk-php/issues/97 (a URL signed for CloudFront)
 */
export const S3_SENTENCES: readonly Sentence[] = [
  { cause: 'credential-expired', when: /^request has expired/ },
  { cause: 'signature-invalid', when: /^request is not valid yet/ },
  {
    cause: 'signature-invalid',
    when: /^query-string authentication requires the signature, expires and awsaccesskeyid/,
  },
  { cause: 'signature-invalid', when: /headers present in the request which were not signed/ },
  { cause: 'signature-invalid', when: /^signature header missing|requires a valid date or x-amz-date header/ },
  { cause: 'request-rejected', when: /^the authorization mechanism you have provided is not supported/ },
  { cause: 'wrong-endpoint', when: /the region (?:'[\w-]{1,40}' )?is wrong|^region does not match/ },
  { cause: 'request-rejected', when: /^object is worm protected/ },
];

export const s3: Provider = {
  name: 's3',
  hosts: ['s3.amazonaws.com', 's3.*.amazonaws.com', 's3.*.amazonaws.com.cn'],
  fields: [['server', /^amazons3$/i]],
  rule: awsErrors({ sentences: S3_SENTENCES }),
  requestIdFields: ['x-amz-request-id'],
  remedies: {
    ...AWS_REMEDIES,
    'credential-expired':
      'A presigned link lives no longer than it was signed for, nor than the credentials that signed it: sign a new one.',
    'wrong-endpoint': "Call the bucket in its own region, which the answer's `x-amz-bucket-region` or message names.",
    'account-suspended': 'AWS has shut the bucket or its account: ask AWS Support.',
  },
};
