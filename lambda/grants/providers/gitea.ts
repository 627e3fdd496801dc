import { idAt } from '../facts-at.ts';
import { alive, jsonOf, reported, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';

/**
 * Gitea and Forgejo: whose token it is. Its tokens have no end, and what one may do is told to a password alone.
 *
 * @see https://docs.gitea.com/api/#tag/user/operation/userGetCurrent
 */
export const gitea: GrantProvider = {
  name: 'gitea',
  aliases: ['forgejo'],
  answersAt: (host) => host === 'gitea.com' || host === 'codeberg.org',
  baseOf: ({ origin, pathname }) => `${origin}${/^(.*?)\/api\/v1(?:\/|$)/.exec(pathname)?.[1] ?? ''}`,
  questions: ({ base }) => [
    {
      url: `${base}/api/v1/user`,
      read(answer) {
        const body = jsonOf(answer);
        const identity = textAt(body, 'login') === undefined ? undefined : idAt(body, 'id');
        return reported({ life: identity && alive(answer), identity });
      },
    },
  ],
  implies: (scope) =>
    scope === 'all'
      ? CATEGORIES.map((category) => `write:${category}`)
      : scope.startsWith('write:')
        ? [`read:${scope.slice('write:'.length)}`]
        : [],
};

/** @see https://github.com/go-gitea/gitea/blob/main/models/auth/access_token_scope.go */
const CATEGORIES = [
  'activitypub',
  'admin',
  'misc',
  'notification',
  'organization',
  'package',
  'issue',
  'repository',
  'user',
];
