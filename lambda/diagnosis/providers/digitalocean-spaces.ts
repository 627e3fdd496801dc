import { cephErrors } from './ceph-rgw.ts';
import type { Provider } from './provider.ts';

/**
 * DigitalOcean's object store, which is Ceph's behind a front that knows no request id.
 *
 * @see https://github.com/knadh/listmonk/issues/715
 * @see https://github.com/coollabsio/coolify/issues/4806
 */
export const digitaloceanSpaces: Provider = {
  name: 'digitalocean-spaces',
  hosts: ['digitaloceanspaces.com'],
  rule: cephErrors,
  requestIdFields: ['x-amz-request-id'],
  remedies: {
    'permission-denied':
      'A Spaces key may be limited to some buckets and to reading; listing all buckets needs full access.',
  },
};
