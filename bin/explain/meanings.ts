import type { Cause } from '../../lambda/diagnosis/causes.ts';

/** What each cause means, and what else looks like it. */
export const MEANINGS: Readonly<Record<Cause, { readonly means: string; readonly orElse: readonly Cause[] }>> = {
  'credential-missing': {
    means: 'The server saw no credential: none was sent, or it was stripped or sent in the wrong place.',
    orElse: ['credential-invalid', 'wrong-endpoint'],
  },
  'credential-invalid': {
    means: 'A credential arrived and is not recognised: unknown, malformed, of the wrong kind or for another audience.',
    orElse: ['credential-expired', 'credential-revoked', 'credential-missing'],
  },
  'credential-expired': {
    means: 'The credential was valid and its lifetime has ended.',
    orElse: ['credential-revoked', 'credential-invalid'],
  },
  'credential-revoked': {
    means: 'The credential was valid and somebody or something ended it early.',
    orElse: ['credential-expired', 'account-suspended'],
  },
  'signature-invalid': {
    means: 'The request is signed, and the signature does not verify.',
    orElse: ['credential-invalid'],
  },
  'scope-missing': {
    means: 'The credential is good but lacks a scope or permission of its own that this call needs.',
    orElse: ['permission-denied'],
  },
  'permission-denied': {
    means: 'The credential is good; the identity behind it may not do this to this resource.',
    orElse: ['scope-missing', 'ip-not-allowed', 'waf-blocked'],
  },
  'step-up-required': {
    means: 'The identity must do something first, such as single sign-on, a second factor or accepting terms.',
    orElse: ['permission-denied'],
  },
  'ip-not-allowed': {
    means: "The caller's address or network is not allowed.",
    orElse: ['permission-denied', 'waf-blocked'],
  },
  'geo-blocked': { means: "The caller's country or region is refused.", orElse: ['ip-not-allowed', 'waf-blocked'] },
  'cors-rejected': {
    means: 'The Origin or the Referer of the call is refused.',
    orElse: ['csrf-rejected', 'ip-not-allowed'],
  },
  'csrf-rejected': {
    means: 'A check against forged requests failed.',
    orElse: ['cors-rejected', 'credential-expired'],
  },
  'rate-limited': { means: 'Too many requests in a window; it clears by waiting.', orElse: ['quota-exceeded'] },
  'quota-exceeded': {
    means: 'An allowance of a day, a month or a plan is used up.',
    orElse: ['rate-limited', 'account-suspended'],
  },
  'waf-blocked': {
    means: 'A firewall, CDN, proxy or bot defence refused before the API saw the call.',
    orElse: ['ip-not-allowed', 'geo-blocked'],
  },
  'account-suspended': {
    means: 'The account, project or tenant is suspended, locked, unpaid or banned.',
    orElse: ['credential-revoked', 'feature-unavailable'],
  },
  'feature-unavailable': {
    means: 'The API is not enabled, or plan or approval do not include it.',
    orElse: ['permission-denied', 'account-suspended'],
  },
  'wrong-endpoint': {
    means: 'This host, path, stage, method or version does not exist for this caller.',
    orElse: ['credential-missing', 'permission-denied'],
  },
  'request-rejected': { means: 'The request itself is refused, whoever sends it.', orElse: ['permission-denied'] },
  unknown: {
    means: 'The response does not say why.',
    orElse: ['permission-denied', 'ip-not-allowed', 'waf-blocked', 'credential-invalid'],
  },
};
