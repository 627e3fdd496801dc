import { findMessage } from '../finding.ts';
import type { Provider } from './provider.ts';

const MISSING_FIELD = /^gke metadata server encountered an error: missing required header/;

/**
 * The metadata servers of Compute Engine and GKE, which take no call without their own field.
 *
 * @see https://github.com/googleapis/google-cloud-ruby/pull/3750 (GKE)
 * @see https://github.com/salrashid123/gce_metadata_server/pull/11 (Compute Engine: a page without a reason)
 */
export const googleMetadata: Provider = {
  name: 'google-metadata',
  hosts: ['metadata.google.internal'],
  fields: [['server', /^metadata server for vm$/i]],
  wrote: (reading) => findMessage(reading, MISSING_FIELD) !== undefined,
  sentences: [{ cause: 'request-rejected', when: MISSING_FIELD }],
  remedies: {
    'request-rejected': 'Send `Metadata-Flavor: Google`.',
    unknown: 'This server refuses every call without `Metadata-Flavor: Google`.',
  },
};
