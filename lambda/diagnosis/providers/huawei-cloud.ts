import type { Provider } from './provider.ts';

/**
 * Huawei Cloud: its API gateway, whose one code has several causes, and its object store. OpenStack's services behind
 * it answer in OpenStack's shapes.
 *
 * @see https://github.com/NewFuture/DDNS/issues/136
 * @see https://github.com/jeessy2/ddns-go/issues/844
 * @see https://support.huaweicloud.com/api-obs/obs_errorcode_0003.html
 * @see https://support.huaweicloud.com/eu/api-hss2.0/ErrorCode.html
 */
export const huaweiCloud: Provider = {
  name: 'huawei-cloud',
  hosts: ['myhuaweicloud.com'],
  sentences: [
    { cause: 'signature-invalid', when: /\bverify aksk signature fail/ },
    { cause: 'credential-invalid', when: /\bak \S{1,80} not exist/ },
  ],
  codes: {
    accessdenied: 'permission-denied',
    allaccessdisabled: 'permission-denied',
    deregisteruserid: 'account-suspended',
    'hss.0010': 'permission-denied',
    'hss.0013': 'permission-denied',
    inarrearorinsufficientbalance: 'account-suspended',
    insufficientstoragespace: 'quota-exceeded',
    invalidaccesskeyid: 'credential-invalid',
    invalidobjectstate: 'request-rejected',
    notsignedup: 'feature-unavailable',
    requesttimetooskewed: 'signature-invalid',
    signaturedoesnotmatch: 'signature-invalid',
    userrestricted: 'permission-denied',
    virtualhostdomainrequired: 'request-rejected',
  },
  remedies: {
    'permission-denied':
      'Check the IAM policy of the user; in the object store also the bucket policy and its list of blocked referers. It says this of a missing object too, to callers that may not list the bucket.',
    'signature-invalid': 'Check the secret key, the clock and the region of the host.',
  },
};
