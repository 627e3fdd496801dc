import { nameAt } from '../facts-at.ts';
import { alive, booleanAt, jsonOf, reported } from '../json-answer.ts';
import type { GrantProvider } from '../provider.ts';

/**
 * Jenkins: whom a request counts as. It answers a stranger too, and calls them anonymous.
 *
 * @see https://github.com/jenkinsci/jenkins/blob/master/core/src/main/java/hudson/security/WhoAmI.java
 */
export const jenkins: GrantProvider = {
  name: 'jenkins',
  answersAt: () => false,
  baseOf: ({ origin, pathname }) =>
    `${origin}${/^(.*?)\/(?:job|view|api|queue|computer)(?:\/|$)/.exec(pathname)?.[1] ?? ''}`,
  questions: ({ base }) => [
    {
      url: `${base}/whoAmI/api/json`,
      read(answer) {
        const body = jsonOf(answer);
        const isKnown = booleanAt(body, 'anonymous') === false && booleanAt(body, 'authenticated') === true;
        const identity = isKnown ? nameAt(body, 'name') : undefined;
        return reported({ life: identity && alive(answer), identity });
      },
    },
  ],
  implies: () => [],
};
