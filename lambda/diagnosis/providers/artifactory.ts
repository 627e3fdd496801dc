import type { Provider } from './provider.ts';

/**
 * @see https://github.com/jfrog/artifactory-client-java/issues/203
 * @see https://github.com/jfrog/jfrog-client-go/issues/851 (its fields)
 * @see https://github.com/jfrog/jfrog-cli/issues/2064
 */
export const artifactory: Provider = {
  name: 'artifactory',
  fields: ['x-artifactory-id', 'x-artifactory-node-id', ['x-jfrog-version', /^Artifactory\//]],
  wrote: ({ messages }) =>
    messages.some(({ plain }) => plain.startsWith('this rest api is available only in artifactory pro')),
  sentences: [{ cause: 'feature-unavailable', when: /this rest api is available only in artifactory pro/ }],
  remedies: {
    'permission-denied':
      'Deploying over a file that is there needs the permission to delete and overwrite, beside the one to deploy.',
    'feature-unavailable': 'If Artifactory Pro is installed, activate it with a valid licence key.',
  },
};
