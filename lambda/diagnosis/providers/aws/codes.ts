import type { Cause } from '../../causes.ts';

/** Error codes and their causes; `undefined` leaves one to its sentence. */
export type AwsCodes = Readonly<Record<string, Cause | undefined>>;

/**
 * Error codes that all services share, in lower case without their `Exception`, `Fault` or `Error` ending.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ErrorCodeBilling.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 * @see https://github.com/skyplane-project/skyplane/issues/799 (`PendingVerification`)
 */
export const SHARED_CODES: AwsCodes = {
  expiredtoken: 'credential-expired',
  tokenrefreshrequired: 'credential-expired',
  invalidclienttokenid: 'credential-invalid',
  unrecognizedclient: 'credential-invalid',
  invalidaccesskeyid: 'credential-invalid',
  authfailure: 'credential-invalid',
  invalidtoken: 'credential-invalid',
  invalidsecurity: 'credential-invalid',
  missingauthenticationtoken: 'credential-missing',
  missingsecurityheader: 'credential-missing',
  signaturedoesnotmatch: 'signature-invalid',
  invalidsignature: 'signature-invalid',
  incompletesignature: 'signature-invalid',
  requestexpired: 'signature-invalid',
  requesttimetooskewed: 'signature-invalid',
  requestinthefuture: 'signature-invalid',
  accessdenied: 'permission-denied',
  unauthorizedoperation: 'permission-denied',
  notauthorized: 'permission-denied',
  allaccessdisabled: 'account-suspended',
  accountproblem: 'account-suspended',
  pendingverification: 'account-suspended',
  notsignedup: 'feature-unavailable',
  optinrequired: 'feature-unavailable',
  subscriptionrequired: 'feature-unavailable',
  throttling: 'rate-limited',
  throttled: 'rate-limited',
  requestlimitexceeded: 'rate-limited',
  toomanyrequests: 'rate-limited',
  provisionedthroughputexceeded: 'rate-limited',
  slowdown: 'rate-limited',
  bandwidthlimitexceeded: 'rate-limited',
  servicequotaexceeded: 'quota-exceeded',
  limitexceeded: 'quota-exceeded',
  invalidobjectstate: 'request-rejected',
  methodnotallowed: 'wrong-endpoint',
  permanentredirect: 'wrong-endpoint',
  authorizationheadermalformed: 'wrong-endpoint',
};
