import type { Cause } from '../../lambda/diagnosis/causes.ts';
import type { Confidence } from '../../lambda/diagnosis/diagnosis.ts';

/** Another cause that looks the same from outside. */
export interface Alternative {
  readonly cause: Cause;
  /** What one would see if it were this one. */
  readonly sign: string;
}

/** How many are worth a look. The first is the one that is mistaken for the cause most often. */
const SHOWN: Readonly<Record<Confidence, number>> = { certain: 1, likely: 3, possible: 5 };

/** What else a refusal of this cause could be, and how to tell. */
export function alternativesTo(cause: Cause, confidence: Confidence): readonly Alternative[] {
  const all = Object.entries(ALTERNATIVES[cause]) as [Cause, string][];
  return all.slice(0, SHOWN[confidence]).map(([other, sign]) => ({ cause: other, sign }));
}

const ALTERNATIVES: Readonly<Record<Cause, Readonly<Partial<Record<Cause, string>>>>> = {
  'credential-missing': {
    'credential-invalid': 'curl -v shows that one is sent: some servers call what they cannot read missing',
    'wrong-endpoint': 'the same credential is accepted on other paths of this host',
    'waf-blocked': 'a proxy or gateway in between asks for a credential of its own',
  },
  'credential-invalid': {
    'credential-expired': 'it worked before, and its lifetime is over',
    'credential-revoked':
      "it worked until it was rotated, deleted or disabled: the provider's console or audit log shows it",
    'wrong-endpoint': 'it is accepted by another environment or region of this API',
    'credential-missing': 'it never arrives: a redirect or a proxy strips the header',
  },
  'credential-expired': {
    'credential-revoked': "by its own claims or the provider's console it should still be valid",
    'signature-invalid': "this machine's clock is wrong: compare it with the Date of the response",
    'credential-invalid': 'a new one is refused in the same way',
  },
  'credential-revoked': {
    'credential-expired': 'it has reached the end of its lifetime, and nobody touched it',
    'account-suspended': 'every credential of the account is refused',
    'credential-invalid': 'it is not the one that was issued: compare its first and last characters',
  },
  'signature-invalid': {
    'credential-invalid': 'the key itself is wrong or rotated: a new pair of keys signs well',
    'credential-expired': 'the keys are temporary, and their session has ended',
    'request-rejected': 'something changes the request after it is signed: it works without the proxy',
  },
  'scope-missing': {
    'permission-denied': 'a token with every scope is refused too: it is the user or the app that lacks the role',
    'step-up-required': 'the scope is there, but its consent or the single sign-on is not completed',
    'feature-unavailable': 'the scope cannot be chosen: plan or approval does not include it',
  },
  'permission-denied': {
    'scope-missing': 'the same user gets in with another token, or in a browser',
    'wrong-endpoint': 'the resource is of another account or project: check the id in the address',
    'ip-not-allowed': 'the same call works from another network',
    'waf-blocked': "the API's own log does not have the call",
    'step-up-required': 'it works after a new login with a second factor',
  },
  'step-up-required': {
    'permission-denied': 'the step is done, and the refusal stays',
    'scope-missing': 'the consent was given for fewer scopes than the call needs',
    'credential-expired': 'the login is too old: it works after a new one',
  },
  'ip-not-allowed': {
    'waf-blocked': 'another client at the same address gets through',
    'geo-blocked': 'every address of this country is refused',
    'permission-denied': 'it is refused from an allowed address too',
  },
  'geo-blocked': {
    'ip-not-allowed': 'other addresses of the same country get through',
    'waf-blocked': 'a VPN or data centre address is what is refused, in any country',
    'feature-unavailable': 'the product is not offered to accounts of this country, wherever they call from',
  },
  'cors-rejected': {
    'csrf-rejected': 'the origin is allowed, and only calls that change something are refused',
    'ip-not-allowed': 'it is refused without an Origin header too',
    'credential-missing': 'the preflight is refused because it carries no credential, which it never does',
  },
  'csrf-rejected': {
    'credential-expired': 'the session has ended, and its token with it: it works after a new login',
    'cors-rejected': "the Origin or the Referer is not the site's own",
    'permission-denied': 'it is refused with a fresh token too',
  },
  'rate-limited': {
    'quota-exceeded': 'waiting does not clear it: it is the allowance of a day, a month or a plan',
    'waf-blocked': 'the first call after a long pause is refused too',
    'account-suspended': 'the allowance has been set to nothing: the account page says why',
  },
  'quota-exceeded': {
    'rate-limited': 'it clears within minutes',
    'account-suspended': 'a bill is open, and other services of the account stop too',
    'feature-unavailable': 'the plan has no allowance for this call at all',
  },
  'waf-blocked': {
    'ip-not-allowed': 'the same request gets through from another network',
    'request-rejected': 'it gets through with another User-Agent or a smaller body',
    'geo-blocked': 'it gets through from another country',
    'rate-limited': 'it gets through after a pause',
  },
  'account-suspended': {
    'credential-revoked': 'other credentials of the account work',
    'quota-exceeded': 'only metered calls are refused: credit or allowance is used up',
    'feature-unavailable': 'other APIs of the account work',
  },
  'feature-unavailable': {
    'permission-denied': 'another user of the same account gets in',
    'scope-missing': 'a token with more scopes gets in',
    'account-suspended': 'what worked until now has stopped: look for an open bill',
    'wrong-endpoint': 'the call goes to another project or region than the one that has it',
  },
  'wrong-endpoint': {
    'permission-denied': 'another user sees it: many APIs hide what one may not see behind a 404',
    'scope-missing': 'a token with more scopes sees it',
    'credential-missing': 'it is there for every caller that is logged in',
  },
  'request-rejected': {
    'permission-denied': 'another user may send the very same request',
    'waf-blocked': 'the refusal is a page of an edge: the API has no log of the call',
    'feature-unavailable': 'what is asked for belongs to another plan or version',
  },
  unknown: {
    'permission-denied': 'other resources work with the same credential',
    'credential-invalid': 'no call works with this credential, and another one does',
    'ip-not-allowed': 'the same call works from another network',
    'waf-blocked': "the API's own log does not have the call",
    'scope-missing': 'the same user gets in with another token, or in a browser',
  },
};
