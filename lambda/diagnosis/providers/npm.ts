import type { Provider } from './provider.ts';

/**
 * The registry of npm.
 *
 * @see https://github.com/nrwl/nx/issues/26632
 * @see https://github.com/npm/npm/issues/8161
 * @see https://github.com/npm/cli/issues/5517
 */
export const npm: Provider = {
  name: 'npm',
  hosts: ['npmjs.org'],
  sentences: [
    {
      cause: 'feature-unavailable',
      when: /must sign up for private packages|need a paid account to perform this action/,
    },
  ],
  remedies: {
    'feature-unavailable':
      'A scoped package is private unless it says otherwise: publish with `npm publish --access public`, or put `"publishConfig": {"access": "public"}` in its package.json.',
    'permission-denied': 'The name may belong to somebody else, or the token to another user than you think.',
  },
};
