import type { Cause } from '../../diagnosis/causes.ts';

/** A state of affairs in as few words as a subject line has: `still` goes between noun and state. */
export interface News {
  readonly noun?: string;
  readonly state: string;
}

/** What a refusal is called in a subject line, and what it means in a sentence after "refused:". */
export const CAUSE_WORDS: Readonly<Record<Cause, News & { readonly meaning: string }>> = {
  'credential-missing': {
    noun: 'Credential',
    state: 'not received',
    meaning: 'the server saw no credential',
  },
  'credential-invalid': {
    noun: 'Credential',
    state: 'not accepted',
    meaning: 'the server does not recognise the credential',
  },
  'credential-expired': { noun: 'Credential', state: 'expired', meaning: 'the credential has expired' },
  'credential-revoked': { noun: 'Credential', state: 'revoked', meaning: 'the credential was revoked' },
  'signature-invalid': {
    noun: 'Signature',
    state: 'not accepted',
    meaning: 'the signature of the request does not verify',
  },
  'scope-missing': { noun: 'Scope', state: 'missing', meaning: 'the credential lacks a scope' },
  'permission-denied': {
    noun: 'Permission',
    state: 'denied',
    meaning: 'the identity behind the credential lacks a role or a permission',
  },
  'step-up-required': {
    noun: 'Sign-in step',
    state: 'required',
    meaning: 'the identity must do more first, such as SSO or a second factor',
  },
  'ip-not-allowed': {
    noun: 'Address',
    state: 'not allowed',
    meaning: 'the address that the call came from is not allowed',
  },
  'geo-blocked': {
    noun: 'Region',
    state: 'blocked',
    meaning: 'the country or region that the call came from is not allowed',
  },
  'cors-rejected': { noun: 'Origin', state: 'refused', meaning: 'the Origin of the request is not allowed' },
  'csrf-rejected': { noun: 'CSRF check', state: 'failing', meaning: 'a check against forged requests failed' },
  'rate-limited': { state: 'rate limited', meaning: 'too many requests in a short time' },
  'quota-exceeded': { noun: 'Quota', state: 'used up', meaning: 'an allowance is used up' },
  'waf-blocked': {
    state: 'blocked at the edge',
    meaning: 'a firewall, CDN or bot defence answered before the API saw the call',
  },
  'account-suspended': {
    noun: 'Account',
    state: 'suspended',
    meaning: 'the account, project or tenant is suspended',
  },
  'feature-unavailable': {
    noun: 'Feature',
    state: 'not available',
    meaning: 'the API is not enabled, or the plan does not include it',
  },
  'wrong-endpoint': {
    noun: 'Endpoint',
    state: 'not known',
    meaning: 'the URL, host, method or API version is not one that exists here',
  },
  'request-rejected': {
    noun: 'Request',
    state: 'rejected',
    meaning: 'the request itself is not acceptable, whoever sends it',
  },
  unknown: { noun: 'Access', state: 'refused, cause unknown', meaning: 'the response does not say why' },
};

/** What a failure of each kind is called in a subject line; `Failure.what` names the kind. */
export const FAILURE_WORDS: Readonly<Record<string, News>> = {
  dns: { noun: 'Host', state: 'not found' },
  'address-refused': { noun: 'Address', state: 'not permitted' },
  'connection-refused': { noun: 'Connection', state: 'refused' },
  'connection-reset': { noun: 'Connection', state: 'reset' },
  unreachable: { noun: 'Host', state: 'unreachable' },
  tls: { noun: 'TLS', state: 'failing' },
  timeout: { state: 'no answer in time' },
  protocol: { noun: 'Answer', state: 'unreadable' },
  redirects: { noun: 'Redirects', state: 'failing' },
  duration: { state: 'too slow' },
};
