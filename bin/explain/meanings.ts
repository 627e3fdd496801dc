import type { Cause } from '../../lambda/diagnosis/causes.ts';

/** What each cause means, for a person who meets it for the first time. */
export const MEANINGS: Readonly<Record<Cause, string>> = {
  'credential-missing': 'The server saw no credential: none was sent, or it was stripped or sent in the wrong place.',
  'credential-invalid':
    'A credential arrived and is not recognised: unknown, malformed, of the wrong kind or for another audience.',
  'credential-expired': 'The credential was valid and its lifetime has ended.',
  'credential-revoked': 'The credential was valid and somebody or something ended it early.',
  'signature-invalid': 'The request is signed, and the signature does not verify.',
  'scope-missing': 'The credential is good but lacks a scope or permission of its own that this call needs.',
  'permission-denied': 'The credential is good; the identity behind it may not do this to this resource.',
  'step-up-required':
    'The identity must do something first, such as single sign-on, a second factor or accepting terms.',
  'ip-not-allowed': "The caller's address or network is not allowed.",
  'geo-blocked': "The caller's country or region is refused.",
  'cors-rejected': 'The Origin or the Referer of the call is refused.',
  'csrf-rejected': 'A check against forged requests failed.',
  'rate-limited': 'Too many requests in a window; it clears by waiting.',
  'quota-exceeded': 'An allowance of a day, a month or a plan is used up.',
  'waf-blocked': 'A firewall, CDN, proxy or bot defence refused before the API saw the call.',
  'account-suspended': 'The account, project or tenant is suspended, locked, unpaid or banned.',
  'feature-unavailable': 'The API is not enabled, or plan or approval do not include it.',
  'wrong-endpoint': 'This host, path, stage, method or version does not exist for this caller.',
  'request-rejected': 'The request itself is refused, whoever sends it.',
  unknown: 'The response does not say why.',
};
