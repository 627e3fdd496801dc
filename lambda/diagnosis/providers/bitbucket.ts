import type { Provider } from './provider.ts';

/**
 * Bitbucket Cloud; Bitbucket Server answers as Atlassian's other servers do.
 *
 * @see https://github.com/xuhdev/backup-on-the-go/issues/4 (API 1.0 is gone)
 * @see https://github.com/renovatebot/renovate/issues/9438
 * @see https://github.com/isomorphic-git/isomorphic-git/issues/2364 (app passwords switched off)
 */
export const bitbucket: Provider = {
  name: 'bitbucket',
  hosts: ['bitbucket.org'],
  sentences: [{ cause: 'wrong-endpoint', when: /^resource removed\b/ }],
  remedies: {
    'credential-invalid':
      'An app password no longer works; use an API token: https://id.atlassian.com/manage-profile/security/api-tokens',
    'credential-revoked':
      'An app password no longer works; use an API token: https://id.atlassian.com/manage-profile/security/api-tokens',
    'rate-limited': 'The windows are one hour long.',
    'wrong-endpoint': 'API 1.0 was removed: use 2.0.',
  },
};
