import { nameAt } from '../facts-at.ts';
import { alive, jsonOf, reported, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';

/**
 * CircleCI: whose personal token it is. A project's token is refused as if it were none, so only the prefix of a
 * personal one lets a refusal mean anything.
 *
 * @see https://circleci.com/docs/api/v2/#tag/User/operation/getCurrentUser
 * @see https://github.com/CircleCI-Archived/api-preview-docs/issues/52
 */
export const circleci: GrantProvider = {
  name: 'circleci',
  answersAt: (host) => host === 'circleci.com',
  home: 'https://circleci.com',
  questions: ({ base, token }) => [
    {
      url: `${base}/api/v2/me`,
      read(answer) {
        const body = jsonOf(answer);
        const isUser = textAt(body, 'login') !== undefined && textAt(body, 'name') !== undefined;
        const identity = isUser ? nameAt(body, 'id') : undefined;
        return reported({ life: identity && alive(answer), identity });
      },
      tellsLife: token?.startsWith('CCIPAT_') ?? false,
    },
  ],
  implies: () => [],
};
