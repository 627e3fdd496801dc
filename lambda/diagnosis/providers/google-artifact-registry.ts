import { googleErrors } from './google/errors.ts';
import { GOOGLE_REMEDIES } from './google/remedies.ts';
import type { Provider } from './provider.ts';

/**
 * Artifact Registry and the container registry before it.
 *
 * @see https://github.com/GoogleContainerTools/skaffold/issues/6743 (a denial may hide that nothing is there)
 * @see https://github.com/google/fuzzbench/issues/1981 (no credential)
 * @see https://github.com/GoogleCloudPlatform/cymbal-superstore/pull/4 (regional hosts)
 */
export const googleArtifactRegistry: Provider = {
  name: 'google-artifact-registry',
  hosts: ['pkg.dev', 'gcr.io', 'artifactregistry.googleapis.com'],
  rule: googleErrors([
    {
      cause: 'permission-denied',
      when: /^(?:denied: )?permission "?artifactregistry\.[\w.]{1,80}"? denied on resource/,
    },
  ]),
  remedies: {
    ...GOOGLE_REMEDIES,
    'credential-missing':
      'Set up each registry host by its full name, region included, with `gcloud auth configure-docker HOST`.',
    'permission-denied':
      'Grant a role with this permission on the repository, and check its name: one that does not exist is refused alike. See https://cloud.google.com/iam/docs/troubleshooting-access',
  },
};
