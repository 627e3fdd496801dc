import { aws } from './aws.ts';
import type { Provider } from './provider.ts';

/**
 * The many stores that speak S3's protocol under hosts of their own.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export const s3Compatible: Provider = {
  name: 's3-compatible',
  wrote: ({ content, codes }) => content === 'xml' && codes.some(({ path }) => path.endsWith('Error.Code')),
  ...(aws.rule && { rule: aws.rule }),
};
