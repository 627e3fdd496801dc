import { textAt } from '../reading/json.ts';
import type { Provider } from './provider.ts';

/**
 * Tencent Cloud, whose APIs answer 200 to every refusal, and its object store. `SignatureExpire` is about the clock,
 * `UnauthorizedOperation` about a policy.
 *
 * @see https://tencentcloud.com/document/api/1227/61822
 * @see https://cloud.tencent.com/document/api/628/45176
 * @see https://github.com/zfb132/qcloud-ssl-cdn/issues/28
 * @see https://github.com/Ocrosoft/PixivPreviewer/issues/57 (451 for an unpaid bill)
 * @see https://github.com/tencentyun/cos-wx-sdk-v5/issues/19
 */
export const tencentCloud: Provider = {
  name: 'tencent-cloud',
  hosts: ['tencentcloudapi.com', 'myqcloud.com', 'api.qcloud.com'],
  fields: ['x-cos-request-id', ['server', /^tencent-cos$/i]],
  wrote: ({ json }) => textAt(json, 'Response', 'Error', 'Code') !== undefined,
  sentences: [
    { cause: 'account-suspended', when: /\baccount is (?:in )?arrears\b/ },
    { cause: 'permission-denied', when: /\byou are not authorized to perform operation \(/ },
  ],
  codes: {
    accessdenied: 'permission-denied',
    actionoffline: 'wrong-endpoint',
    'authfailure.invalidauthorization': 'credential-invalid',
    'authfailure.invalidsecretid': 'credential-invalid',
    'authfailure.mfafailure': 'step-up-required',
    'authfailure.secretidnotfound': 'credential-invalid',
    'authfailure.signatureexpire': 'signature-invalid',
    'authfailure.signaturefailure': 'signature-invalid',
    'authfailure.tokenfailure': 'credential-invalid',
    'authfailure.unauthorizedoperation': 'permission-denied',
    signaturedoesnotmatch: 'signature-invalid',
    unauthorizedoperation: 'permission-denied',
  },
  requestIdFields: ['x-cos-request-id'],
  remedies: {
    'permission-denied':
      'Attach a policy with this action to the user in the CAM console; for temporary keys, to their request.',
    'credential-invalid':
      'Look whether the key still exists and is enabled: https://console.cloud.tencent.com/cam/capi',
    'signature-invalid':
      'The clock may be five minutes off at most; the object store also says this of a wrong SecretId and of expired temporary keys.',
    'account-suspended': 'Pay what is owed: the store opens again after the recharge.',
  },
};
