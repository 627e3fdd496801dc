import { findMessage, messageEvidence, type Rule } from '../finding.ts';
import type { Provider } from './provider.ts';

/** Status code 997 is one for "who are you" and for "confirm it"; only the sentence tells them apart. */
const rule: Rule = (reading) => {
  const message = findMessage(reading, /^current user is not logged in\.?$/);
  return message === undefined
    ? undefined
    : {
        cause: reading.credential.sent === false ? 'credential-missing' : 'credential-invalid',
        confidence: 'likely',
        evidence: [messageEvidence(message)],
      };
};

/**
 * Nextcloud and ownCloud. Version 1 of their OCS API answers with status 200 whatever happened, but for code 997, which
 * it turns into 401.
 *
 * @see https://github.com/nextcloud/server/blob/master/lib/private/AppFramework/OCS/V1Response.php
 * @see https://github.com/nextcloud/server/blob/master/lib/private/AppFramework/Middleware/Security/SecurityMiddleware.php
 * @see https://github.com/nextcloud/server/issues/37377
 * @see https://github.com/owncloud/core/pull/20494
 */
export const nextcloud: Provider = {
  name: 'nextcloud',
  wrote: ({ path, requestFields, leaves }) =>
    requestFields.has('ocs-apirequest') ||
    /\/(?:ocs\/v[12]\.php|remote\.php\/(?:web)?dav)\b/.test(path) ||
    leaves.some(
      (leaf) =>
        leaf.path === 'ocs.meta.statuscode' ||
        (leaf.path === 'error.exception' && /^(?:OCA|Sabre)\\/.test(String(leaf.value))),
    ),
  rule,
  sentences: [
    { cause: 'step-up-required', when: /^password confirmation is required\.?$/ },
    { cause: 'permission-denied', when: /^logged in user must be an admin\b/ },
  ],
  remedies: {
    'step-up-required':
      'Send user and password with Basic authentication, or confirm the password again: a login by cookie or token is asked for it about every half hour.',
    'credential-invalid':
      'Clients log in with an app password: https://docs.nextcloud.com/server/latest/developer_manual/client_apis',
    'csrf-rejected': 'On OCS routes send `OCS-APIRequest: true`; it takes the place of the token.',
    'permission-denied': 'Make the user an administrator, of the group at least, or ask one to make the call.',
  },
};
