/** Every default and bound of the configuration. Durations are milliseconds unless a name says otherwise. */

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Probes of one monitor. */
export const MAX_PROBES = 10_000;
/** Credentials of one monitor. */
export const MAX_CREDENTIALS = 1_000;
/** Characters of a probe's or a credential's name: it is a metric dimension and stands in mails. */
export const MAX_NAME_LENGTH = 64;

/** How often a probe runs unless it says so itself. */
export const DEFAULT_EVERY_MS = 5 * MINUTE_MS;
/** The schedule ticks once a minute, so `every` is whole minutes; the demo lowers this to whole seconds. */
export const MIN_EVERY_MS = MINUTE_MS;
export const MAX_EVERY_MS = DAY_MS;

/** How long a probe may take, redirects and body included. A shorter `every` shortens it. */
export const DEFAULT_TIMEOUT_MS = 10 * SECOND_MS;
export const MIN_TIMEOUT_MS = 100;
/** Leaves the function that runs a batch of probes time to report. */
export const MAX_TIMEOUT_MS = 25 * SECOND_MS;

/** Redirects that a probe follows; 0 takes a redirect as the answer. */
export const DEFAULT_REDIRECTS = 5;
export const MAX_REDIRECTS = 10;

export const DEFAULT_METHOD = 'GET';
export const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/** Characters of a URL. */
export const MAX_URL_LENGTH = 4_096;
/** Headers that one probe sends. */
export const MAX_HEADERS = 50;
/** Characters of a header's value, sent or expected. */
export const MAX_HEADER_LENGTH = 4_096;
/** Entries of one probe's `query`. */
export const MAX_QUERY_ENTRIES = 100;
/** Characters of a request body; a JSON body is measured as it is sent. */
export const MAX_BODY_LENGTH = 65_536;

export const DEFAULT_STATUS = '2xx';
/** Statuses that one probe accepts. */
export const MAX_STATUSES = 50;
/** Assertions on one JSON body. */
export const MAX_JSON_EXPECTATIONS = 20;
/** Characters of a JSONPath. */
export const MAX_PATH_LENGTH = 1_000;
/** Characters of an RE2 pattern. */
export const MAX_PATTERN_LENGTH = 1_000;
/** Instructions of a compiled pattern. Matching takes up to this many steps a character: about 2.5 s for 256 KiB. */
export const MAX_PATTERN_STEPS = 1_024;

/** Addresses that hear of alerts. */
export const MAX_EMAILS = 50;
/** Days before an expiry at which to warn. */
export const DEFAULT_EXPIRY_WARNING_DAYS: readonly number[] = [30, 14, 7, 1];
export const MAX_EXPIRY_WARNING_DAYS = 365;
/** Warnings ahead of one expiry. */
export const MAX_EXPIRY_WARNINGS = 20;
/** Bad runs in a row before an incident opens. */
export const DEFAULT_FAILURE_THRESHOLD = 2;
export const MAX_FAILURE_THRESHOLD = 10;
/** How long an open incident stays quiet between reminders. */
export const DEFAULT_REMIND_EVERY_MS = DAY_MS;
export const MIN_REMIND_EVERY_MS = HOUR_MS;
export const MAX_REMIND_EVERY_MS = 30 * DAY_MS;

/** How often a credential's provider is asked unless the configuration says so itself; bounded like a probe's `every`. */
export const DEFAULT_CHECK_EVERY_MS = 15 * MINUTE_MS;
export const MAX_CHECK_EVERY_MS = DAY_MS;
/** How often secrets are looked at for a new version; bounded like a probe's `every`. */
export const DEFAULT_WATCH_SECRETS_EVERY_MS = MINUTE_MS;
export const MAX_WATCH_SECRETS_EVERY_MS = DAY_MS;
/** The first year in which a credential may end, and the first in which it may not. */
export const MIN_EXPIRY_YEAR = 2000;
export const MAX_EXPIRY_YEAR = 2200;

/** The word before a bearer token. */
export const DEFAULT_SCHEME = 'Bearer';
/** Characters of a client id, an audience, a subject or another short text that an identity provider knows. */
export const MAX_SETTING_LENGTH = 1_024;
/** Entries of a credential's `parameters` or `claims`. */
export const MAX_PARAMETERS = 50;
/** Characters of a parameter's or a claim's value. */
export const MAX_PARAMETER_LENGTH = 4_096;
/** Resources that one token is asked for. */
export const MAX_RESOURCES = 20;
/** Scopes that a credential is meant to have. */
export const MAX_SCOPES = 200;
/** Characters of one scope. */
export const MAX_SCOPE_LENGTH = 256;

/** Levels of objects and lists in one another. */
export const MAX_DEPTH = 32;
/** Items of any one list or object. */
export const MAX_ITEMS = 10_000;
/** Values in a whole configuration. */
export const MAX_VALUES = 2_000_000;
/** Problems that are told at once. */
export const MAX_PROBLEMS = 50;
