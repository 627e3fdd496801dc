import type { Provider } from '../provider.ts';

/** The next steps that all services have in common. */
export const AWS_REMEDIES: NonNullable<Provider['remedies']> = {
  'permission-denied':
    'The evidence names action, resource and the kind of policy where AWS states them; an encoded message is read with `aws sts decode-authorization-message`. See https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
  'credential-expired': 'Temporary credentials cannot be extended: assume the role or sign in again.',
  'credential-invalid':
    'Compare the access key id with those in IAM, and see that a region which has to be enabled first is enabled: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
  'credential-revoked':
    'See in IAM whether the access key was deactivated: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
  'signature-invalid':
    'A blank or line feed in a pasted key spoils it as well. See https://docs.aws.amazon.com/IAM/latest/UserGuide/signature-v4-troubleshooting.html',
  'step-up-required': 'Accept the terms of the product with the account that makes the call.',
  'account-suspended': 'A new account or region is checked for up to four hours; after that, ask AWS Support.',
};
