import { textAt } from '../reading/json.ts';
import type { Reading } from '../reading.ts';
import { awsErrors } from './aws/errors.ts';
import type { Provider } from './provider.ts';
import { S3_SENTENCES } from './s3.ts';

const HOST_ID = /^(?:[\da-f]{64}|[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12})$/;
const REQUEST_ID = /^[\dA-F]{16}$/;

/**
 * MinIO, in whose XML the host is a hash or a UUID where AWS's is in Base64. Its admin API says the same as JSON.
 *
 * @see https://github.com/minio/minio/blob/master/cmd/api-errors.go
 * @see https://github.com/minio/minio/pull/12897
 */
function isMinio({ content, json, leaves }: Reading): boolean {
  const textOf = (name: string): string =>
    content === 'json'
      ? (textAt(json, name) ?? '')
      : String(leaves.find(({ path }) => path === `Error.${name}`)?.value ?? '');
  return HOST_ID.test(textOf('HostId')) && REQUEST_ID.test(textOf('RequestId')) && textOf('Code') !== '';
}

export const minio: Provider = {
  name: 'minio',
  fields: [
    ['server', /^minio(?:$|\/)/i],
    ['x-amz-id-2', /^[\da-f]{64}$/],
  ],
  wrote: isMinio,
  rule: awsErrors({
    sentences: S3_SENTENCES,
    // Reserved buckets such as `.minio.sys`, not an account that was shut.
    codes: { allaccessdisabled: 'permission-denied', unsupportednotification: 'request-rejected' },
  }),
  requestIdFields: ['x-amz-request-id'],
  remedies: {
    'permission-denied': 'See the policies attached to the user behind the access key, and the policy of the bucket.',
    'credential-expired': 'A presigned link lives no longer than it was signed for: sign a new one.',
    'wrong-endpoint': "Sign for the region that the server is configured with, which the answer's message names.",
  },
};
