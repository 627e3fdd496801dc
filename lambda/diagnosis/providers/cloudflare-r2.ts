import type { Rule } from '../finding.ts';
import { awsErrors } from './aws/errors.ts';
import { byProvider, type Provider } from './provider.ts';
import { S3_SENTENCES } from './s3.ts';

const errors = awsErrors({
  sentences: [
    { cause: 'signature-invalid', when: /^sigv2 authorization is not supported/ },
    {
      cause: 'feature-unavailable',
      when: /^you are not entitled to use r2|^please enable r2 through the cloudflare dashboard/,
    },
    ...S3_SENTENCES,
  ],
  codes: { expiredrequest: 'credential-expired', notentitled: 'feature-unavailable' },
});

/** `Unauthorized` is for a credential that is missing and for one that is not valid: what was sent decides. */
const rule: Rule = (reading, context) => {
  const found = byProvider({ name: 'cloudflare-r2', rule: errors }, reading, context);
  if (found !== undefined) return found;
  const cause = reading.credential.sent === false ? 'credential-missing' : 'credential-invalid';
  const said = byProvider({ name: 'cloudflare-r2', codes: { unauthorized: cause } }, reading, context);
  return said && { ...said, confidence: 'likely' };
};

/**
 * Cloudflare's object store.
 *
 * @see https://developers.cloudflare.com/r2/api/error-codes
 * @see https://github.com/vastsa/FileCodeBox/issues/95 (signature version 2)
 * @see https://github.com/1Panel-dev/1Panel/issues/3201 (listing buckets)
 * @see https://github.com/cloudflare/workers-sdk/issues/1124 (not entitled)
 */
export const cloudflareR2: Provider = {
  name: 'cloudflare-r2',
  hosts: ['r2.cloudflarestorage.com', 'r2.dev'],
  rule,
  remedies: {
    'permission-denied':
      "See the token's permission and its buckets under Manage R2 API tokens; listing buckets needs Admin Read: https://developers.cloudflare.com/r2/api/tokens",
    'credential-invalid':
      'The access key id belongs to an R2 API token, and the host to its account and jurisdiction: https://developers.cloudflare.com/r2/api/tokens',
    'credential-expired': 'A presigned link lives no longer than it was signed for: sign a new one.',
    'feature-unavailable': 'Enable R2 for the account in the Cloudflare dashboard.',
  },
};
