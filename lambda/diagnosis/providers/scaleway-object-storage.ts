import { awsErrors } from './aws/errors.ts';
import type { Provider } from './provider.ts';
import { S3_SENTENCES } from './s3.ts';

/**
 * Scaleway's object store.
 *
 * @see https://github.com/archiecobbs/s3backer/issues/212
 */
export const scalewayObjectStorage: Provider = {
  name: 'scaleway-object-storage',
  hosts: ['scw.cloud'],
  rule: awsErrors({ sentences: S3_SENTENCES }),
  requestIdFields: ['x-amz-request-id'],
};
