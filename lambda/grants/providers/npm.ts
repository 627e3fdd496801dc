import { nameAt } from '../facts-at.ts';
import { alive, jsonOf, reported } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';

/**
 * The npm registry: whose token it is, by name: it tells no id. The list of a user's tokens shows of each but its first characters, which many
 * share, so none of its dates can be told to be this token's.
 *
 * @see https://docs.npmjs.com/cli/v11/commands/npm-whoami
 * @see https://github.com/npm/cli/blob/latest/lib/commands/token.js
 */
export const npm: GrantProvider = {
  name: 'npm',
  answersAt: (host) => host === 'registry.npmjs.org',
  home: 'https://registry.npmjs.org',
  questions: ({ base, token }) =>
    token === undefined
      ? []
      : [
          {
            url: `${base}/-/whoami`,
            read(answer) {
              const identity = nameAt(jsonOf(answer), 'username');
              return reported({ life: identity && alive(answer), identity });
            },
            // Refused to tokens for chosen packages, which publish all the same. https://github.com/askalf/dario/pull/388
            tellsLife: false,
          },
        ],
  implies: () => [],
};
