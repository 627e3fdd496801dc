import { textAt } from '../reading/json.ts';
import type { Provider } from './provider.ts';

/**
 * WebHDFS and HttpFS.
 *
 * @see https://github.com/apache/hadoop/pull/2135
 * @see https://github.com/cloudera/hue/issues/801
 * @see https://github.com/hammerlab/cycledash/issues/796
 */
export const hadoop: Provider = {
  name: 'hadoop',
  wrote: ({ json }) => textAt(json, 'RemoteException', 'exception') !== undefined,
  sentences: [
    { cause: 'credential-missing', when: /\bclient cannot authenticate via:/ },
    { cause: 'permission-denied', when: /\buser: \S{1,100} is not allowed to impersonate\b/ },
  ],
  codesAt: /^RemoteException\.exception$/,
  codes: { accesscontrolexception: 'permission-denied' },
  remedies: {
    'credential-missing': 'Authenticate with Kerberos or send a delegation token: the cluster takes no other.',
    'permission-denied':
      "Change owner or mode of the path; to act for other users, allow it in the cluster's configuration of proxy users.",
  },
};
