import type { Provider } from './provider.ts';

const DENIED = /^authorization denied by plugin \S/;

/**
 * The Docker engine, which itself refuses nobody: an authorization plugin does.
 *
 * @see https://github.com/moby/moby/blob/master/pkg/authorization/authz.go
 */
export const dockerEngine: Provider = {
  name: 'docker-engine',
  wrote: ({ messages }) => messages.some(({ plain }) => DENIED.test(plain)),
  sentences: [{ cause: 'permission-denied', when: DENIED }],
  remedies: {
    'permission-denied': 'The plugin that the message names decides: change its policy on the host of the engine.',
  },
};
