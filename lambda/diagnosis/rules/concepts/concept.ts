import type { Cause } from '../../causes.ts';

/**
 * The things and happenings that refusals speak of, in any language. A sentence is read as the set of those that it
 * has: that loses who does what to whom, and keeps what a few words are about, which most refusals are.
 */
export const CONCEPTS = [
  // Things.
  'credential', // token, key, secret, password, session, client id
  'signature', // signature, HMAC, timestamp, nonce, clock
  'scope', // scope, or a permission that the sentence says is the token's or the app's
  'permission', // permission, privilege, right, role, access, authorisation
  'identity', // user, member, principal
  'account', // account, organisation, project, tenant, subscription as a contract
  'feature', // API, service, function, module, product, plan, model
  'ip', // IP address, network, allow list
  'country', // country, region of the caller
  'origin', // Origin, Referer, CORS
  'csrf', // CSRF or XSRF token, form token
  'rate', // requests, calls, frequency, attempts, rate limit
  'quota', // quota, credit, allowance, balance
  'limit', // limit, maximum
  'long-period', // day, month, plan period
  'step', // second factor, SSO, verification, consent, terms, confirmation
  'defence', // firewall, bot protection, captcha, security system, attack
  'request-part', // header, parameter, user agent, HTTPS, client certificate, body
  'endpoint', // URL, path, method, version, host, action
  'act', // operation, action, resource, endpoint as what somebody wants to do
  'payment', // bill, invoice, arrears, top up
  'namesake', // what is called a token, key or session and is not the call's: page token, upload session, coupon, link
  // Happenings.
  'expired',
  'revoked', // revoked, deleted, invalidated
  'deactivated', // deactivated, disabled, inactive: what people and credentials can be, and their posts cannot
  'invalid', // invalid, wrong, unknown, malformed, failed to verify
  'missing', // missing, required, not given, absent, must be sent
  'lacking', // insufficient, does not have, not granted
  'denied', // denied, forbidden, not allowed, refused, prohibited
  'blocked', // blocked, banned, intercepted, listed
  'suspended', // suspended, locked, frozen, closed, restricted
  'unavailable', // disabled, not enabled, not available, not supported, upgrade needed
  'exceeded', // exceeded, reached, used up, too many, too frequent
  'not-found',
  'or', // a sentence that names alternatives or only supposes: "invalid or expired", "check whether", "may"
] as const;
export type Concept = (typeof CONCEPTS)[number];

export type Words = Readonly<Partial<Record<Concept, readonly string[]>>>;

/**
 * How one language says the concepts, as sources of regular expressions for text in lower case. `\b` in them is the end
 * of a word, in any script.
 */
export interface Lexicon {
  /** ISO 639-1. */
  readonly language: string;
  /** Text in this language has one of these; a lexicon without it reads what no other does. */
  readonly shows?: RegExp;
  /** Whether words begin where a letter follows none; `false` where words are glued together or have no spaces. */
  readonly wordStarts: boolean;
  /** Whole sentences that say no more than that the server refuses. */
  readonly bare?: readonly string[];
  /** Causes that this language has phrases for, which decide them better. */
  readonly leaves?: readonly Cause[];
  readonly words: Words;
}
