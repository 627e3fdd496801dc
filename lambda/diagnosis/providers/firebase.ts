import { googleErrors } from './google/errors.ts';
import { GOOGLE_REMEDIES } from './google/remedies.ts';
import type { Provider } from './provider.ts';

/**
 * Firebase: its database refuses by rules with 401 and three words, its sign-in with a code in place of a sentence.
 *
 * @see https://github.com/oscardelben/firebase-ruby/issues/69 (database)
 * @see https://github.com/dkrprasetya/simple-firebase-unity/issues/9 (database, token)
 * @see https://github.com/firebase/firebase-js-sdk/blob/main/packages/auth/src/api/errors.ts (sign-in)
 * @see https://github.com/firebase/flutterfire/issues/9977 (App Check)
 * @see https://firebase.google.com/docs/reference/fcm/rest/v1/ErrorCode (messaging: the device's token, not the caller's)
 */
export const firebase: Provider = {
  name: 'firebase',
  hosts: [
    'firebaseio.com',
    'firebasedatabase.app',
    'identitytoolkit.googleapis.com',
    'securetoken.googleapis.com',
    'fcm.googleapis.com',
    'firebaseappcheck.googleapis.com',
    'firebaseinstallations.googleapis.com',
    'firebaseremoteconfig.googleapis.com',
    'firebasestorage.googleapis.com',
  ],
  rule: googleErrors([
    { cause: 'permission-denied', when: /^permission denied$/ },
    { cause: 'credential-invalid', when: /^could not parse auth token/ },
    { cause: 'credential-invalid', when: /^app attestation failed/ },
    { cause: 'rate-limited', when: /^too_many_attempts_try_later\b/ },
    { cause: 'credential-revoked', when: /^user_disabled : / },
  ]),
  codesAt: /(?:^|\.)(?:message|errorCode|status)$/,
  codes: {
    admin_only_operation: 'permission-denied',
    credential_mismatch: 'credential-invalid',
    credential_too_old_login_again: 'step-up-required',
    email_not_found: 'credential-invalid',
    invalid_app_credential: 'credential-invalid',
    invalid_custom_token: 'credential-invalid',
    invalid_id_token: 'credential-invalid',
    invalid_password: 'credential-invalid',
    missing_app_credential: 'credential-missing',
    password_login_disabled: 'feature-unavailable',
    reset_password_exceed_limit: 'rate-limited',
    sender_id_mismatch: 'permission-denied',
    token_expired: 'credential-expired',
    too_many_attempts_try_later: 'rate-limited',
    unregistered: 'request-rejected',
    unverified_email: 'step-up-required',
    user_disabled: 'credential-revoked',
  },
  remedies: {
    ...GOOGLE_REMEDIES,
    'permission-denied':
      "For a database or a bucket, see its security rules in the Firebase console; a service account passes them. For messaging, the device's token belongs to another project.",
    'request-rejected': "Drop the device's token: the app was removed, and the caller's credential is fine.",
    'step-up-required': 'Have the user sign in again.',
  },
};
