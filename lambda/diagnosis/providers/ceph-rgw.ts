import { awsErrors } from './aws/errors.ts';
import type { Provider } from './provider.ts';
import { S3_SENTENCES } from './s3.ts';

/** Request ids of Ceph's gateway: `tx`, a counter, a time, and the zone. */
const REQUEST_ID = /^tx[\da-f]{18,24}-[\da-f]{8,12}-[\w-]{3,80}$/;

/**
 * Ceph's object gateway, which leaves out the message as a rule: what S3's codes do not name.
 *
 * @see https://github.com/ceph/ceph/blob/master/src/rgw/rgw_http_errors.h
 * @see https://docs.redhat.com/en/documentation/red_hat_ceph_storage/6/html/developer_guide/s3-common-response-status-codes_dev
 */
export const cephErrors = awsErrors({
  sentences: S3_SENTENCES,
  codes: { usersuspended: 'account-suspended', quotaexceeded: 'quota-exceeded', locked: 'request-rejected' },
});

export const cephRgw: Provider = {
  name: 'ceph-rgw',
  fields: [['x-amz-request-id', REQUEST_ID]],
  wrote: ({ leaves }) =>
    leaves.some(({ key, value }) => key === 'RequestId' && typeof value === 'string' && REQUEST_ID.test(value)),
  rule: cephErrors,
  requestIdFields: ['x-amz-request-id'],
  remedies: {
    'account-suspended': "The gateway's administrator has suspended the user and can enable it again.",
    'quota-exceeded': "The user's or the bucket's quota is full: free space, or have the administrator raise it.",
  },
};
