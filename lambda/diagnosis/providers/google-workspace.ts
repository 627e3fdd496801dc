import { googleErrors } from './google/errors.ts';
import { GOOGLE_REMEDIES } from './google/remedies.ts';
import type { Provider } from './provider.ts';

/**
 * Gmail, Drive, Calendar and their relatives, in which a service account owns nothing and acts for a user.
 *
 * @see https://developers.google.com/drive/api/guides/handle-errors
 * @see https://github.com/googleapis/google-api-nodejs-client/issues/2322 ("Precondition check failed")
 * @see https://github.com/bugfender/google-drive-audit/issues/4 (admin)
 * @see https://github.com/n8n-io/n8n/issues/26050 (storage)
 */
export const googleWorkspace: Provider = {
  name: 'google-workspace',
  hosts: [
    'admin.googleapis.com',
    'calendar-json.googleapis.com',
    'chat.googleapis.com',
    'docs.googleapis.com',
    'drive.googleapis.com',
    'gmail.googleapis.com',
    'people.googleapis.com',
    'sheets.googleapis.com',
    'slides.googleapis.com',
    'tasks.googleapis.com',
  ],
  rule: googleErrors(),
  remedies: {
    ...GOOGLE_REMEDIES,
    'permission-denied':
      'Share the file or calendar with the identity behind the token; a service account has to act for a user, for the Admin API one with an admin role: https://developers.google.com/workspace/cloud-search/docs/guides/delegation',
    'feature-unavailable':
      'Enable the API for the project at https://console.cloud.google.com/apis/library and see that the user has this service, such as a mailbox.',
    'quota-exceeded':
      'A service account owns no storage: use a shared drive. See and raise quotas at https://console.cloud.google.com/iam-admin/quotas',
    unknown: 'A service account that names no user to act for is refused like this, too.',
  },
};
