import { awsErrors } from './aws/errors.ts';
import { AWS_REMEDIES } from './aws/remedies.ts';
import type { Provider } from './provider.ts';

/**
 * Cognito, whose `NotAuthorizedException` stands for a wrong password, an ended token and a disabled user alike.
 *
 * @see https://github.com/aws-amplify/amplify-js/issues/2205
 * @see https://github.com/aws/aws-sdk-net/issues/1936
 * @see https://github.com/aws/aws-appsync-community/issues/298 (a revoked token elsewhere)
 */
export const cognito: Provider = {
  name: 'cognito',
  hosts: [
    'cognito-idp.*.amazonaws.com',
    'cognito-idp.*.amazonaws.com.cn',
    'cognito-identity.*.amazonaws.com',
    'cognito-identity.*.amazonaws.com.cn',
  ],
  rule: awsErrors({
    sentences: [{ cause: 'credential-revoked', when: /^(?:access|refresh) token has been revoked/ }],
    codes: { notauthorized: undefined },
  }),
  remedies: {
    ...AWS_REMEDIES,
    'credential-expired': 'Exchange the refresh token for a new one, or have the user sign in again.',
    'credential-revoked': 'Have the user sign in again: a global sign-out or a revoked refresh token ends all of them.',
  },
};
