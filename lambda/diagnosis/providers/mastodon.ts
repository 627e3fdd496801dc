import { textAt } from '../reading/json.ts';
import type { Provider, Sentence } from './provider.ts';

/** All that Mastodon says itself; the API is not translated. */
const SENTENCES: readonly Sentence[] = [
  { cause: 'scope-missing', when: /^this action is outside the authorized scopes$/ },
  { cause: 'permission-denied', when: /^this action is not allowed$/ },
  { cause: 'credential-revoked', when: /^your login is currently disabled$/ },
  { cause: 'step-up-required', when: /^your login is missing a confirmed e-mail address$/ },
  { cause: 'feature-unavailable', when: /^your login is currently pending approval$/ },
  { cause: 'credential-missing', when: /^(?:this method requires an authenticated user|request not signed)$/ },
  {
    cause: 'signature-invalid',
    when: /^(?:signed request date outside acceptable time window|incompatible request signature|verification failed for |public key not found for key )/,
  },
  // Of another server that this one asked: it says nothing of the caller.
  { cause: 'unknown', when: /^remote (?:ssl certificate could not be verified|data could not be fetched)$/ },
];

/**
 * Mastodon, run by anyone, for its API and for signed calls between servers.
 *
 * @see https://github.com/mastodon/mastodon/blob/main/app/controllers/api/base_controller.rb
 * @see https://github.com/mastodon/mastodon/blob/main/app/controllers/concerns/signature_verification.rb
 */
export const mastodon: Provider = {
  name: 'mastodon',
  wrote: ({ json, messages }) =>
    textAt(json, 'error') !== undefined &&
    messages.some(({ path, plain }) => path === 'error' && SENTENCES.some(({ when }) => when.test(plain))),
  sentences: SENTENCES,
  remedies: {
    'scope-missing':
      'Ask for the scope when the user authorises the app: https://docs.joinmastodon.org/api/oauth-scopes/',
    'credential-missing': 'A token of the app alone counts as none here: the call needs the token of a user.',
    'credential-revoked': "The server's moderators have disabled the login; ask them.",
    'signature-invalid': "Sign anew for each call: `Date` may be 12 hours off at most, in HTTP's date form.",
  },
};
