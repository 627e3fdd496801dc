import type { Sentence } from '../provider.ts';

/**
 * What Google's APIs say beside a reason that says less, or something else: restrictions of a key come with
 * `rateLimitExceeded`, most else with `forbidden`.
 *
 * @see https://github.com/tanmuhittin/laravel-google-translate/issues/18 (a referrer behind `rateLimitExceeded`)
 * @see https://github.com/BSkando/GoogleFindMy-HA/issues/154 (Android and iOS apps)
 * @see https://github.com/bramus/react-native-maps-directions/issues/39 (address, site or app)
 */
const RESTRICTED_KEY: readonly Sentence[] = [
  { cause: 'cors-rejected', when: /^requests from referer .{1,400} are blocked|did not specify any referer/ },
  { cause: 'cors-rejected', when: /^requests from this (?:android|ios) client application/ },
  {
    cause: 'ip-not-allowed',
    when: /per-ip or per-referer|ip, site or mobile application|ip address restriction/,
    confidence: 'likely',
  },
];

/**
 * @see https://github.com/continuedev/continue/issues/11541 (leaked key)
 * @see https://github.com/poenl/gemini-api/issues/4 (location)
 * @see https://github.com/googleapis/python-genai/issues/2065 ("Resource has been exhausted" names no window)
 * @see https://github.com/shukerullah/react-geocode/issues/33 (Maps)
 * @see https://github.com/goenning/google-indexing-script/issues/13, https://github.com/bugfender/google-drive-audit/issues/4
 * @see https://github.com/googlecodelabs/gcf-gmail-codelab/issues/10 (delegation)
 * @see https://github.com/WPManageNinja/fluent-smtp/issues/152 (no mailbox)
 */
const API: readonly Sentence[] = [
  { cause: 'credential-expired', when: /^api key expired\. please renew/ },
  { cause: 'credential-revoked', when: /^your api key was reported as leaked/ },
  { cause: 'geo-blocked', when: /^user location is not supported for the api use/ },
  { cause: 'account-suspended', when: /^your project has been denied access\. please contact support/ },
  { cause: 'account-suspended', when: /has been disabled in this account for violation of terms of service/ },
  { cause: 'account-suspended', when: /^the project to be billed has not configured billing/ },
  { cause: 'account-suspended', when: /^you must enable billing on the google cloud project/ },
  { cause: 'feature-unavailable', when: /^this api project is not authorized to use this api/ },
  { cause: 'feature-unavailable', when: /^mail service not enabled/ },
  { cause: 'rate-limited', when: /^resource has been exhausted \(e\.g\. check quota\)/, confidence: 'likely' },
  { cause: 'quota-exceeded', when: /^calendar usage limits exceeded/ },
  { cause: 'permission-denied', when: /^permission denied\. failed to verify the url ownership/ },
  { cause: 'permission-denied', when: /^user does not have sufficient permission for site/ },
  { cause: 'permission-denied', when: /^not authorized to access this resource\/api/ },
  { cause: 'permission-denied', when: /^delegation denied for / },
  { cause: 'credential-missing', when: /\banonymous caller does not have storage\./ },
  { cause: 'credential-missing', when: /^unauthenticated requests do not have permission/ },
];

/**
 * Descriptions of the token endpoint, whose `invalid_grant` and `unauthorized_client` stand for several causes.
 *
 * @see https://github.com/googleapis/google-api-php-client/issues/1379 (domain-wide delegation)
 * @see https://github.com/fastlane/fastlane/issues/14972 (clock)
 * @see https://github.com/erebusnz/gapi-google-analytics-php-interface/issues/147 (key and mail address)
 * @see https://github.com/anthropics/blobfile/pull/2 (session control)
 * @see https://github.com/googleapis/google-auth-library-python/issues/669 (`invalid_audience`)
 * @see https://github.com/prasmussen/gdrive/issues/646 (`deleted_client`)
 */
const TOKEN_ENDPOINT: readonly Sentence[] = [
  { cause: 'signature-invalid', when: /^invalid jwt: token must be a short-lived token/ },
  { cause: 'signature-invalid', when: /^invalid jwt signature/ },
  { cause: 'step-up-required', when: /\breauth related error \(invalid_rapt\)/ },
  { cause: 'credential-invalid', when: /^the audience client and the client need to be in the same project/ },
  { cause: 'credential-revoked', when: /^the oauth client was deleted/ },
  {
    cause: 'scope-missing',
    when: /^client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested/,
    confidence: 'likely',
  },
];

export const SHARED_SENTENCES: readonly Sentence[] = [...RESTRICTED_KEY, ...API, ...TOKEN_ENDPOINT];
