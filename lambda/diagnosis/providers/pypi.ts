import type { Provider } from './provider.ts';

/**
 * "Invalid API Token" is also said of a good token that is for another project.
 *
 * @see https://github.com/pypi/warehouse/blob/main/warehouse/forklift/legacy.py
 * @see https://github.com/pypi/warehouse/issues/18663
 * @see https://github.com/pypi/support/issues/3740
 */
export const pypi: Provider = {
  name: 'pypi',
  hosts: ['pypi.org'],
  sentences: [
    { cause: 'scope-missing', when: /(?:project-|oidc )scoped token is not valid for project/ },
    {
      cause: 'credential-invalid',
      when: /invalid api token: (?:token with user restriction without a user|invalid macaroon|caveat must be an array)/,
    },
    { cause: 'permission-denied', when: /the user '[^']{1,100}' (?:is not|isn't) allowed to upload to project/ },
  ],
  remedies: {
    'scope-missing':
      'The token is for another project, or the project was deleted or renamed. Tokens: https://pypi.org/manage/account/',
    'credential-invalid': 'Create a new token: https://pypi.org/manage/account/',
    'permission-denied': 'The name may belong to somebody else: https://pypi.org/help/#project-name',
  },
};
