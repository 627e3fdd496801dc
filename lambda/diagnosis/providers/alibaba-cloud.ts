import type { Provider } from './provider.ts';

/**
 * Alibaba Cloud: its object store, and the APIs that refuse with 400 and 404 as readily as with 403.
 *
 * @see https://www.alibabacloud.com/help/en/oss/how-to-troubleshoot-403-status-code-when-you-access-oss
 * @see https://help.aliyun.com/en/polardb/client-error-codes
 * @see https://help.aliyun.com/en/dns/error-code
 * @see https://developer.aliyun.com/ask/278265 (`InvalidAccessKeyId.Inactive`, `InvalidTimeStamp.Expired`)
 * @see https://github.com/honwen/aliyun-ddns-cli/issues/24 (`QuotaExceeded.TTL`, which is no quota)
 */
export const alibabaCloud: Provider = {
  name: 'alibaba-cloud',
  hosts: ['aliyuncs.com'],
  fields: ['x-oss-request-id', ['server', /^aliyunoss$/i]],
  sentences: [
    { cause: 'credential-missing', when: /^query-string authentication requires the signature/ },
    { cause: 'wrong-endpoint', when: /must be addressed using the specified endpoint/ },
    { cause: 'cors-rejected', when: /denied by bucket referer policy/ },
    { cause: 'credential-expired', when: /invalid according to policy: policy expired/ },
    { cause: 'credential-revoked', when: /access ?key ?id you provided is disabled|specified access key is disabled/ },
  ],
  codes: {
    abnormalbucketownerstatus: 'account-suspended',
    accessdenied: 'permission-denied',
    accessforbidden: 'cors-rejected',
    accesskeyidandsecuritytokennotmatch: 'credential-invalid',
    bucketdisable: 'account-suspended',
    bucketnotbelongto: 'permission-denied',
    cnamedenied: 'permission-denied',
    'forbidden.ram': 'permission-denied',
    'forbidden.userverification': 'step-up-required',
    imagedamage: 'request-rejected',
    incompletesignature: 'signature-invalid',
    indebt: 'account-suspended',
    indebtoverdue: 'account-suspended',
    invalidaccesskeyid: 'credential-invalid',
    'invalidaccesskeyid.inactive': 'credential-revoked',
    'invalidaccesskeyid.notfound': 'credential-invalid',
    'invalidapi.notfound': 'wrong-endpoint',
    invalidobjectstate: 'request-rejected',
    invalidsecuritytoken: 'credential-invalid',
    'invalidtimestamp.expired': 'signature-invalid',
    nosuchversion: 'wrong-endpoint',
    'quotaexceeded.ttl': 'request-rejected',
    requesttimetooskewed: 'signature-invalid',
    signaturedoesnotmatch: 'signature-invalid',
    signaturenonceused: 'signature-invalid',
    throttling: 'rate-limited',
    'throttling.user': 'rate-limited',
    unsupportedhttpmethod: 'wrong-endpoint',
    userdisable: 'account-suspended',
  },
  requestIdFields: ['x-oss-request-id'],
  remedies: {
    'permission-denied':
      'Add the permission to the user or role in the RAM console; for the object store see https://www.alibabacloud.com/help/en/oss/how-to-troubleshoot-403-status-code-when-you-access-oss',
    'credential-invalid': 'Compare the AccessKey id with those of the user in the RAM console.',
    'credential-revoked': 'Enable the AccessKey of the user in the RAM console, or create another one.',
    'signature-invalid': 'The clock may be 15 minutes off at most, and a nonce counts once.',
    'cors-rejected':
      'For a referer, see hotlink protection of the bucket; for an origin, its CORS rules, in the console of the object store.',
    'step-up-required': 'Complete real-name verification of the account.',
  },
};
