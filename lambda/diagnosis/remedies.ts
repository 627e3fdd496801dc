import type { Cause } from './causes.ts';
import type { Details } from './diagnosis.ts';
import { EDGES } from './edges/index.ts';
import { providerNamed } from './providers/find.ts';
import { isoTime } from './reading/times.ts';

const STEPS: Readonly<Record<Cause, (details: Details) => string>> = {
  'credential-missing': () =>
    'Send the credential, in the header and with the scheme that this API documents; if you do, look for a proxy or redirect that strips it.',
  'credential-invalid': () =>
    'Check which credential is stored, and that it belongs to this API, environment and audience; issue a new one if in doubt.',
  'credential-expired': ({ expiredAt }) =>
    `Renew the credential and store the new one${expiredAt === undefined ? '' : ` (it ended at ${isoTime(expiredAt)})`}.`,
  'credential-revoked': () => 'Ask who revoked it and why, then issue a new credential and store it.',
  'signature-invalid': () => "Check this machine's clock, then the signing secret and exactly what is signed.",
  'scope-missing': ({ missingScopes }) =>
    missingScopes === undefined
      ? 'Issue the credential again with the scope that this call needs.'
      : `Issue the credential again with ${missingScopes.length === 1 ? 'the scope' : 'what this call needs of'} ${list(missingScopes)}.`,
  'permission-denied': () =>
    'Grant the identity behind the credential the role or membership that this resource needs; a new token with the same identity does not help.',
  'step-up-required': () => 'Complete the step that the provider asks for, as the user behind the credential.',
  'ip-not-allowed': ({ address }) =>
    `Have ${address === undefined ? 'the egress address of the caller' : address} added to the allow list, or call from an address that is on it.`,
  'geo-blocked': () => 'Call from a supported region, or ask the provider.',
  'cors-rejected': () =>
    'Add this origin or referer to the allowed ones, or call from a server without an Origin header.',
  'csrf-rejected': () => 'Send the CSRF token with its cookie, or use token authentication in place of a session.',
  'rate-limited': ({ retryAfterSeconds, resetAt }) =>
    `Wait ${retryAfterSeconds !== undefined ? `${retryAfterSeconds} s` : resetAt !== undefined ? `until ${isoTime(resetAt)}` : 'until the window resets'}, then call less often.`,
  'quota-exceeded': () => 'Raise the quota or the plan, or wait for the next period.',
  'waf-blocked': () => 'Ask whoever runs the edge to allow this client; the API itself has not seen the call.',
  'account-suspended': () =>
    "The account's owner has to settle this with the provider: look for an unpaid bill or a notice of suspension.",
  'feature-unavailable': () => 'Enable the API, or get the plan or the approval that includes it.',
  'wrong-endpoint': () => 'Check host, path, stage, method and API version against the documentation.',
  'request-rejected': () => 'Change the request as the message says; another credential would be refused the same way.',
  unknown: () =>
    'The response does not say why. Ask the provider, with the request id and the time, or compare with a call that works.',
};

/** The next step for a person, naming the scope, address or time where the response states it. */
export function remedyOf(cause: Cause, details: Details): string {
  const step = STEPS[cause](details);
  const own = details.provider === undefined ? undefined : ownStep(details.provider, cause);
  return own === undefined ? step : `${step} ${own}`;
}

/** An edge answers in place of a provider, so only one of them knows the name. */
function ownStep(name: string, cause: Cause): string | undefined {
  return providerNamed(name)?.remedies?.[cause] ?? EDGES.find((edge) => edge.name === name)?.remedies?.[cause];
}

function list(scopes: readonly string[]): string {
  const shown = scopes.slice(0, 5);
  return shown.join(', ') + (scopes.length > shown.length ? ` and ${scopes.length - shown.length} more` : '');
}
