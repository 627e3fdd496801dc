import type { Provider } from '../provider.ts';

const KEY = 'at https://console.cloud.google.com/apis/credentials';

/** The next steps that all of Google's APIs have in common. */
export const GOOGLE_REMEDIES: NonNullable<Provider['remedies']> = {
  'scope-missing': `For a token, request the scope and have the user consent again: https://developers.google.com/identity/protocols/oauth2/scopes - for a key, add the API to its restrictions ${KEY}`,
  'feature-unavailable':
    'It takes a few minutes to work once the API is enabled for the project at https://console.cloud.google.com/apis/library',
  'permission-denied': 'Grant a role with this permission: https://cloud.google.com/iam/docs/troubleshooting-access',
  'ip-not-allowed': `For VPC Service Controls, find the uid in the audit log: https://cloud.google.com/vpc-service-controls/docs/troubleshooting - for a key, edit its application restrictions ${KEY}`,
  'cors-rejected': `Edit the key's website or app restrictions ${KEY}`,
  'credential-invalid': `See whether the key exists and is of this project ${KEY}`,
  'credential-revoked': `A key that was found in public is blocked for good: create another one ${KEY}`,
  'account-suspended':
    'See the billing of the project at https://console.cloud.google.com/billing and, after a breach of terms, https://cloud.google.com/resource-manager/docs/project-suspension-guidelines',
  'quota-exceeded': 'See and raise quotas at https://console.cloud.google.com/iam-admin/quotas',
};
