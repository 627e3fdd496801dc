import { awsErrors } from './aws/errors.ts';
import { AWS_REMEDIES } from './aws/remedies.ts';
import type { Provider } from './provider.ts';

const CODES = { missingkey: 'credential-missing', invalidkey: 'credential-invalid' } as const;

/**
 * CloudFront's answers to signed URLs and cookies: XML like S3's, without a request id. Its block pages are an edge's.
 *
 * @see https://github.com/jasonsims/aws-cloudfront-sign/issues/35 (`MissingKey`)
 * @see https://github.com/commitdev/zero/issues/287 (`InvalidKey`)
 */
export const cloudfront: Provider = {
  name: 'cloudfront',
  hosts: ['cloudfront.net'],
  wrote: ({ content, codes }) =>
    content === 'xml' &&
    codes.some(({ path, value }) => path === 'Error.Code' && /^(?:Missing|Invalid)Key$/.test(value)),
  rule: awsErrors({ codes: CODES }),
  requestIdFields: ['x-amz-cf-id'],
  remedies: {
    ...AWS_REMEDIES,
    'credential-missing': 'The path takes signed URLs or cookies only: `Key-Pair-Id` has to come with them.',
    'credential-invalid': "The id in `Key-Pair-Id` is in none of the distribution's trusted key groups.",
  },
};
