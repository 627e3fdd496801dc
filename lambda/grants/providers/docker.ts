import { nameAt } from '../facts-at.ts';
import { alive, jsonOf, reported, textAt } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';

/**
 * Docker Hub: its API takes the short-lived JWTs that it gives for an access token. What that access token has stands
 * only in a list that does not tell which one asks.
 *
 * @see https://docs.docker.com/reference/api/hub/latest/
 * @see https://github.com/docker/hub-tool/blob/main/pkg/hub/user.go
 */
export const docker: GrantProvider = {
  name: 'docker',
  aliases: ['docker-hub'],
  answersAt: (host) => host === 'hub.docker.com',
  home: 'https://hub.docker.com',
  questions: ({ base, token }) =>
    token?.startsWith('eyJ')
      ? [
          {
            url: `${base}/v2/user/`,
            read(answer) {
              const body = jsonOf(answer);
              const identity = textAt(body, 'username') === undefined ? undefined : nameAt(body, 'id');
              return reported({ life: identity && alive(answer), identity });
            },
            // An organization's token is no user.
            tellsLife: false,
          },
        ]
      : [],
  implies: (scope) => (Object.hasOwn(IMPLIED, scope) ? (IMPLIED[scope] ?? []) : []),
};

/** @see https://docs.docker.com/security/access-tokens/reference/ */
const IMPLIED: Readonly<Record<string, readonly string[]>> = {
  'repo:admin': ['repo:write'],
  'repo:write': ['repo:read'],
  'repo:read': ['repo:public_read'],
};
