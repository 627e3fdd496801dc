/** Every cause of a refused call and the family it belongs to. */
export const CAUSES = {
  'credential-missing': 'authentication',
  'credential-invalid': 'authentication',
  'credential-expired': 'authentication',
  'credential-revoked': 'authentication',
  'signature-invalid': 'authentication',
  'scope-missing': 'permission',
  'permission-denied': 'permission',
  'step-up-required': 'permission',
  'ip-not-allowed': 'network',
  'geo-blocked': 'network',
  'cors-rejected': 'origin',
  'csrf-rejected': 'origin',
  'rate-limited': 'rate-limit',
  'quota-exceeded': 'rate-limit',
  'waf-blocked': 'edge',
  'account-suspended': 'account',
  'feature-unavailable': 'account',
  'wrong-endpoint': 'request',
  'request-rejected': 'request',
  unknown: 'unknown',
} as const;

export type Cause = keyof typeof CAUSES;
export type Family = (typeof CAUSES)[Cause];
