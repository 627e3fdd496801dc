import { googleErrors } from './google/errors.ts';
import { GOOGLE_REMEDIES } from './google/remedies.ts';
import type { Provider } from './provider.ts';
import { S3_SENTENCES } from './s3.ts';

/**
 * Cloud Storage, whose XML gives the reason in `Details` and whose denials hide what does not exist.
 *
 * @see https://cloud.google.com/storage/docs/xml-api/reference-status
 */
export const googleStorage: Provider = {
  name: 'google-storage',
  hosts: ['storage.googleapis.com', 'storage.cloud.google.com'],
  rule: googleErrors(S3_SENTENCES),
  codesAt: /^Error\.Code$/,
  codes: { expiredtoken: 'credential-expired', signaturedoesnotmatch: 'signature-invalid' },
  remedies: {
    ...GOOGLE_REMEDIES,
    'permission-denied':
      'Grant a role with this permission on the bucket, and check its name: one that does not exist is refused alike. See https://cloud.google.com/iam/docs/troubleshooting-access',
  },
};
