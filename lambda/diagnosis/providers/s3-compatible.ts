import { awsErrors } from './aws/errors.ts';
import type { Provider } from './provider.ts';
import { S3_SENTENCES } from './s3.ts';

/**
 * The many stores that speak S3's protocol under hosts of their own and show no mark.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export const s3Compatible: Provider = {
  name: 's3-compatible',
  wrote: ({ content, codes }) => content === 'xml' && codes.some(({ path }) => path.endsWith('Error.Code')),
  rule: awsErrors({ sentences: S3_SENTENCES }),
  requestIdFields: ['x-amz-request-id'],
  remedies: {
    'credential-expired': 'A presigned link lives no longer than it was signed for: sign a new one.',
  },
};
