import { findMessage } from '../finding.ts';
import type { Provider } from './provider.ts';

const NO_PERMISSIONS = /\bno permissions for \[[^\]]{1,300}\] and user \[name=/;

/**
 * OpenSearch's security plugin, also behind OpenSearch Dashboards: it names the action and the user with its roles.
 *
 * @see https://github.com/jaegertracing/jaeger/issues/3727
 * @see https://github.com/opensearch-project/security-dashboards-plugin/issues/923
 */
export const opensearch: Provider = {
  name: 'opensearch',
  wrote: (reading) => reading.status === 403 && findMessage(reading, NO_PERMISSIONS) !== undefined,
  sentences: [{ cause: 'permission-denied', when: NO_PERMISSIONS }],
  remedies: {
    'permission-denied':
      'Map the user, or one of its backend roles, to a role that allows the named action: https://opensearch.org/docs/latest/security-plugin/access-control/users-roles/',
  },
};
