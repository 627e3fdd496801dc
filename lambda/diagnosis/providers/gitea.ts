import { textAt } from '../reading/json.ts';
import type { Provider } from './provider.ts';

/**
 * Gitea and Forgejo, known by the link to their own API page.
 *
 * @see https://github.com/go-gitea/gitea/blob/main/routers/api/v1/api.go
 * @see https://github.com/timothepoznanski/poznote/issues/1461 (tokens for chosen repositories)
 */
export const gitea: Provider = {
  name: 'gitea',
  hosts: ['codeberg.org'],
  wrote: ({ json }) => textAt(json, 'url')?.endsWith('/api/swagger') === true,
  sentences: [
    { cause: 'scope-missing', when: /token scope is limited to public (?:repos|orgs)/ },
    { cause: 'credential-missing', when: /^(?:token is|auth) required$/, confidence: 'likely' },
    { cause: 'permission-denied', when: /^user should be / },
  ],
  remedies: {
    'scope-missing':
      'Any one of the scopes in the brackets is enough; create a token with it. On Forgejo, a token for chosen repositories can never have `read:user`.',
    unknown: 'A repository that the user may not see is answered with 404.',
  },
};
