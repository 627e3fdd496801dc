import type { Rule } from '../finding.ts';
import { awsErrors } from './aws/errors.ts';
import { byProvider, type Provider } from './provider.ts';
import { S3_SENTENCES } from './s3.ts';

/**
 * Codes of B2's native API, beside which the message may be empty.
 *
 * @see https://www.backblaze.com/docs/cloud-storage-native-api-error-handling-and-status-codes
 * @see https://github.com/Backblaze/B2_Command_Line_Tool/issues/507 (`unauthorized`: what the key may do)
 * @see https://github.com/Backblaze/B2_Command_Line_Tool/issues/351 (`bad_auth_token`)
 * @see https://github.com/rclone/rclone/issues/310 (`expired_auth_token`)
 * @see https://github.com/alangrainger/share-note/issues/63 (`download_cap_exceeded`)
 * @see https://github.com/zaxbux/backblaze-b2-php/wiki/API-Error-Codes (`unsupported`)
 */
const NATIVE: Provider = {
  name: 'backblaze-b2',
  codesAt: /^code$/,
  codes: {
    missing_auth_token: 'credential-missing',
    bad_auth_token: 'credential-invalid',
    expired_auth_token: 'credential-expired',
    unsupported: 'credential-invalid',
    cap_exceeded: 'quota-exceeded',
    download_cap_exceeded: 'quota-exceeded',
  },
};
const errors = awsErrors({ sentences: S3_SENTENCES });

/** Of a token that is valid: what its key may not do. Only the login itself says so of a key that it does not know. */
const NOT_CAPABLE: Provider = { ...NATIVE, codes: { unauthorized: 'scope-missing' } };

const rule: Rule = (reading, context) => {
  if (reading.content === 'xml') return errors(reading, context);
  const isLogin = reading.path.endsWith('/b2_authorize_account');
  const known = byProvider(NATIVE, reading, context);
  if (known !== undefined || isLogin) return known;
  const notCapable = byProvider(NOT_CAPABLE, reading, context);
  return notCapable && { ...notCapable, confidence: 'likely' };
};

export const backblazeB2: Provider = {
  name: 'backblaze-b2',
  hosts: ['backblazeb2.com'],
  rule,
  remedies: {
    'scope-missing':
      "See the application key's capabilities and the bucket to which it is limited: https://www.backblaze.com/docs/cloud-storage-application-key-capabilities",
    'permission-denied':
      "See the application key's capabilities and the bucket to which it is limited: https://www.backblaze.com/docs/cloud-storage-application-key-capabilities",
    'credential-expired':
      'Authorise the account again: its token lasts 24 hours, and a key may have an end of its own.',
    'quota-exceeded': 'Its owner has set this cap: raise it on the page Caps & Alerts.',
  },
};
