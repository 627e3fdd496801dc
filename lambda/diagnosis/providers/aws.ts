import type { Cause } from '../causes.ts';
import type { Evidence } from '../diagnosis.ts';
import { codeEvidence, type Finding, findMessage, headerEvidence, messageEvidence, type Rule } from '../finding.ts';
import type { Reading } from '../reading.ts';
import type { Provider } from './provider.ts';

/**
 * Error codes without their `Exception` or `Fault` ending.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ErrorCodeBilling.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
const CODES: Readonly<Record<string, Cause>> = {
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
  allaccessdisabled: 'account-suspended',
  accountproblem: 'account-suspended',
  notsignedup: 'feature-unavailable',
  optinrequired: 'feature-unavailable',
  subscriptionrequired: 'feature-unavailable',
  unauthorizedoperation: 'permission-denied',
  notauthorized: 'permission-denied',
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

/** AWS's error type, wherever the protocol of the service puts it: header, JSON `__type`, XML `Code`. */
const rule: Rule = (reading): Finding | undefined => {
  const { name, evidence } = errorType(reading) ?? {};
  const gateway = gatewayAnswer(reading);
  if (gateway !== undefined) return gateway;
  const key = findMessage(reading, /access key id you provided is disabled|access key.{0,40}(?:inactive|disabled)/);
  if (key !== undefined)
    return { cause: 'credential-revoked', confidence: 'certain', evidence: [messageEvidence(key)] };
  if (name === undefined || evidence === undefined) return undefined;
  const cause = Object.hasOwn(CODES, name) ? CODES[name] : undefined;
  if (cause === undefined) return undefined;
  const said = sharper(reading, name);
  if (said !== undefined) return { ...said, evidence: [evidence, ...said.evidence] };
  return { cause, confidence: 'certain', evidence: [evidence, ...reading.messages.slice(0, 1).map(messageEvidence)] };
};

function errorType(reading: Reading): { readonly name: string; readonly evidence: Evidence } | undefined {
  const header = reading.fields.get('x-amzn-errortype');
  if (header !== undefined) return { name: bareName(header), evidence: headerEvidence('x-amzn-errortype', header) };
  const code = reading.codes.find(
    ({ path, value }) => /(?:^|\.)(?:__type|code|Code)$/.test(path) && /^[\w.#]{4,120}(?::|$)/.test(value),
  );
  return code === undefined ? undefined : { name: bareName(code.value), evidence: codeEvidence(code) };
}

/** `com.amazon.coral.service#ExpiredTokenException:http://…` → `expiredtoken`. */
function bareName(type: string): string {
  const [name = ''] = type.slice(type.lastIndexOf('#') + 1).split(':');
  return name
    .slice(name.lastIndexOf('.') + 1)
    .toLowerCase()
    .replace(/(?:exception|fault|error)$/, '');
}

/** What a sentence adds to a code that covers several causes. */
function sharper(reading: Reading, name: string): Finding | undefined {
  const say = (pattern: RegExp, cause: Cause): Finding | undefined => {
    const message = findMessage(reading, pattern);
    return message === undefined ? undefined : { cause, confidence: 'certain', evidence: [messageEvidence(message)] };
  };
  if (name === 'accessdenied') {
    return (
      say(/security token included in the request is expired/, 'credential-expired') ??
      say(/^request has expired/, 'credential-expired') ??
      say(/not subscribed|marketplace subscription|model access/, 'feature-unavailable')
    );
  }
  if (name === 'invalidsignature' || name === 'signaturedoesnotmatch') return undefined;
  return undefined;
}

/**
 * API Gateway's own answers, which name no service error. "Missing Authentication Token" is also what it says of a
 * path or stage that does not exist.
 *
 * @see https://repost.aws/knowledge-center/api-gateway-authentication-token-errors
 */
function gatewayAnswer(reading: Reading): Finding | undefined {
  const type = reading.fields.get('x-amzn-errortype') ?? '';
  const message = reading.messages[0];
  if (message === undefined) return undefined;
  const evidence = [messageEvidence(message)];
  if (message.plain === 'missing authentication token') {
    const atService = reading.host.endsWith('.amazonaws.com') && !reading.host.includes('.execute-api.');
    return { cause: atService ? 'credential-missing' : 'wrong-endpoint', confidence: 'likely', evidence };
  }
  if (message.plain === 'limit exceeded') return { cause: 'quota-exceeded', confidence: 'likely', evidence };
  if (/not authorized to access this resource/.test(message.plain) && type.startsWith('AccessDenied')) {
    return { cause: 'permission-denied', confidence: 'likely', evidence };
  }
  return undefined;
}

export const aws: Provider = {
  name: 'aws',
  hosts: ['amazonaws.com', 'on.aws'],
  fields: ['x-amzn-requestid', 'x-amz-request-id', 'x-amzn-errortype'],
  rule,
  remedies: {
    'permission-denied':
      'Find the policy that lacks or denies the action: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
    'credential-expired': 'Temporary credentials cannot be extended: assume the role again.',
    'credential-invalid':
      'Compare the access key id with those in IAM: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    'signature-invalid': 'See https://docs.aws.amazon.com/IAM/latest/UserGuide/signature-v4-troubleshooting.html',
    'wrong-endpoint': 'At API Gateway, check stage, path and method; if they are right, the call must be signed.',
  },
};
