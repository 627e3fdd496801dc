import type { Cause } from './causes.ts';
import type { Details } from './diagnosis.ts';

/**
 * Where each provider lets people do the next step; only what its own documentation says. Nothing is glued to a link,
 * so that it opens from any mail client: one at the end goes without a stop.
 */
const PROVIDER_STEPS: Readonly<Record<string, Partial<Record<Cause, string>>>> = {
  github: {
    'credential-invalid':
      'GitHub says "Bad credentials" for expired, revoked and mistyped tokens alike; create a new one at https://github.com/settings/tokens',
    'credential-expired': 'Regenerate it at https://github.com/settings/tokens',
    'scope-missing':
      'Edit the token at https://github.com/settings/tokens (a fine-grained one also needs the repository and its permission selected). See https://docs.github.com/en/rest/authentication/permissions-required-for-fine-grained-personal-access-tokens',
    'step-up-required':
      'Authorise the token for the organisation: https://docs.github.com/en/enterprise-cloud@latest/authentication/authenticating-with-single-sign-on/authorizing-a-personal-access-token-for-use-with-single-sign-on',
    'ip-not-allowed':
      'An owner of the organisation manages the list: https://docs.github.com/en/enterprise-cloud@latest/organizations/keeping-your-organization-secure/managing-security-settings-for-your-organization/managing-allowed-ip-addresses-for-your-organization',
    'rate-limited': 'See https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api',
  },
  google: {
    'scope-missing':
      'Request the scope and have the user consent again: https://developers.google.com/identity/protocols/oauth2/scopes',
    'feature-unavailable':
      'It takes a few minutes to work once the API is enabled for the project at https://console.cloud.google.com/apis/library',
    'permission-denied': 'Grant a role with this permission: https://cloud.google.com/iam/docs/troubleshooting-access',
    'ip-not-allowed':
      'For VPC Service Controls, edit the perimeter; for a key, its application restrictions at https://console.cloud.google.com/apis/credentials',
    'cors-rejected': "Edit the key's website restrictions at https://console.cloud.google.com/apis/credentials",
    'quota-exceeded': 'See and raise quotas at https://console.cloud.google.com/iam-admin/quotas',
  },
  aws: {
    'permission-denied':
      'Find the policy that lacks or denies the action: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
    'credential-expired': 'Temporary credentials cannot be extended: assume the role again.',
    'credential-invalid':
      'Compare the access key id with those in IAM: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    'signature-invalid': 'See https://docs.aws.amazon.com/IAM/latest/UserGuide/signature-v4-troubleshooting.html',
    'wrong-endpoint': 'At API Gateway, check stage, path and method; if they are right, the call must be signed.',
  },
  slack: {
    'scope-missing':
      'Add the scope under "OAuth & Permissions" at https://api.slack.com/apps and reinstall the app: a token keeps the scopes that it was issued with.',
    'credential-revoked': 'Reinstall the app at https://api.slack.com/apps',
    'credential-expired': 'Exchange the refresh token: https://docs.slack.dev/authentication/using-token-rotation',
  },
  microsoft: {
    'scope-missing':
      'Add the permission to the app registration at https://entra.microsoft.com and grant admin consent, then get a new token.',
    'credential-expired':
      'For a token, get a new one; for a client secret, add one under "Certificates & secrets" at https://entra.microsoft.com',
    'permission-denied':
      'Assign a role with this action: https://learn.microsoft.com/en-us/azure/role-based-access-control/troubleshooting',
    'step-up-required': 'See the sign-in log at https://entra.microsoft.com for the policy that asks for it.',
    'ip-not-allowed':
      "Add the address or the virtual network to the resource's firewall: https://learn.microsoft.com/en-us/azure/storage/common/storage-network-security",
  },
};

const STEPS: Readonly<Record<Cause, (details: Details) => string>> = {
  'credential-missing': () =>
    'Send the credential, in the header and with the scheme that this API documents; if you do, look for a proxy or redirect that strips it.',
  'credential-invalid': () =>
    'Check which credential is stored, and that it belongs to this API, environment and audience; issue a new one if in doubt.',
  'credential-expired': ({ expiredAt }) =>
    `Renew the credential and store the new one${expiredAt === undefined ? '' : ` (it ended at ${iso(expiredAt)})`}.`,
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
    `Wait ${retryAfterSeconds !== undefined ? `${retryAfterSeconds} s` : resetAt !== undefined ? `until ${iso(resetAt)}` : 'until the window resets'}, then call less often.`,
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
  const own =
    details.provider !== undefined && Object.hasOwn(PROVIDER_STEPS, details.provider)
      ? PROVIDER_STEPS[details.provider]?.[cause]
      : undefined;
  const step = STEPS[cause](details);
  return own === undefined ? step : `${step} ${own}`;
}

function iso(epochSeconds: number): string {
  return new Date(epochSeconds * 1000).toISOString().replace('.000Z', 'Z');
}

function list(scopes: readonly string[]): string {
  const shown = scopes.slice(0, 5);
  return shown.join(', ') + (scopes.length > shown.length ? ` and ${scopes.length - shown.length} more` : '');
}
