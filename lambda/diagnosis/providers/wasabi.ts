import { awsErrors } from './aws/errors.ts';
import type { Provider } from './provider.ts';
import { S3_SENTENCES } from './s3.ts';

/**
 * Wasabi's object store, on which public objects have to be asked for.
 *
 * @see https://github.com/HBLL-Collection-Development/omeka-s-any-cloud/issues/50
 */
export const wasabi: Provider = {
  name: 'wasabi',
  hosts: ['wasabisys.com'],
  rule: awsErrors({
    sentences: [
      { cause: 'feature-unavailable', when: /^public use of objects is not allowed by this account/ },
      ...S3_SENTENCES,
    ],
  }),
  requestIdFields: ['x-amz-request-id'],
  remedies: {
    'feature-unavailable': 'Ask Wasabi Support for public access, or serve the object by a presigned link.',
  },
};
