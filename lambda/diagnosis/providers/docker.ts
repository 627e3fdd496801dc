import type { Provider } from './provider.ts';

/**
 * Docker Hub. Its export control answers with a page, which clients report as broken JSON.
 *
 * @see https://github.com/docker/docs/issues/10533
 * @see https://github.com/NaturalHistoryMuseum/scratchpads2/issues/6172
 * @see https://github.com/distribution/distribution/blob/main/registry/api/errcode/register.go
 */
export const docker: Provider = {
  name: 'docker',
  hosts: ['docker.com', 'docker.io'],
  sentences: [{ cause: 'geo-blocked', when: /we must comply with us export control regulations/ }],
  remedies: {
    'geo-blocked': 'If the address is taken for one of another country, ask https://hub.docker.com/support/contact/',
    'permission-denied': 'A repository that does not exist gets the same answer: check the name first.',
  },
};
