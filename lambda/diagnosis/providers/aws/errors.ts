import type { Cause } from '../../causes.ts';
import type { Evidence } from '../../diagnosis.ts';
import { codeEvidence, findMessage, headerEvidence, messageEvidence, type Rule } from '../../finding.ts';
import type { Reading } from '../../reading.ts';
import { byProvider, type Sentence } from '../provider.ts';
import { type AwsCodes, SHARED_CODES } from './codes.ts';
import { iamDenial } from './denial.ts';

/**
 * What all services say alike. The text of a code may change its meaning: "Signature expired" is the clock's, not the
 * credential's, and `OptInRequired` stands for terms to accept, too.
 *
 * @see https://github.com/DataBiosphere/toil/issues/1924 (Marketplace terms)
 * @see https://github.com/aws/amazon-sagemaker-examples/issues/1858 (`Blocked`: a word that others use as a code, too)
 * @see https://github.com/amazon-archives/aws-apigateway-importer/issues/9 (no service behind the address)
 * @see https://github.com/aceew/aws-lambda-env-vars/issues/7, https://github.com/andresriancho/aws-backup/issues/5 (KMS)
 */
const SHARED_SENTENCES: readonly Sentence[] = [
  { cause: 'signature-invalid', when: /^signature (?:expired: |not yet current: )/ },
  { cause: 'credential-expired', when: /security token included in the request is expired/ },
  { cause: 'credential-invalid', when: /security token included in the request is invalid/ },
  {
    cause: 'credential-revoked',
    when: /access key id you provided is disabled|access key (?:\w{16,32} )?is (?:inactive|disabled)/,
  },
  { cause: 'wrong-endpoint', when: /^unable to determine service\/operation name to be authorized/ },
  { cause: 'step-up-required', when: /aws marketplace product you need to accept terms and subscribe/ },
  { cause: 'account-suspended', when: /account is currently blocked and not recognized as a valid account/ },
  { cause: 'permission-denied', when: /^access to kms is not allowed/ },
  {
    cause: 'permission-denied',
    when: /does not exist in this region, or you are not allowed to access/,
    confidence: 'likely',
  },
];

/** What a sentence adds to `AccessDenied`, which alone says too little. */
const ACCESS_DENIED_SENTENCES: readonly Sentence[] = [
  { cause: 'credential-expired', when: /^request has expired/ },
  { cause: 'feature-unavailable', when: /not subscribed|marketplace subscription/ },
];

/**
 * AWS's ways of refusing, for a service with sentences and codes of its own, which go first.
 *
 * The code stands in the field `x-amzn-errortype`, in JSON's `__type` or `code`, or in XML's `Code`; statuses mislead,
 * since services with JSON refuse with 400.
 */
export function awsErrors(own: { readonly sentences?: readonly Sentence[]; readonly codes?: AwsCodes } = {}): Rule {
  const sentences = [...(own.sentences ?? []), ...SHARED_SENTENCES];
  const codes = { ...SHARED_CODES, ...own.codes };
  return (reading, context) => {
    const said = byProvider({ name: 'aws', sentences }, reading, context) ?? iamDenial(reading) ?? ofGateway(reading);
    const { name, evidence } = errorType(reading) ?? {};
    if (said !== undefined) return evidence === undefined ? said : { ...said, evidence: [evidence, ...said.evidence] };
    const cause = name !== undefined && Object.hasOwn(codes, name) ? codes[name] : undefined;
    if (cause === undefined || evidence === undefined) return undefined;
    const sharper =
      name === 'accessdenied' ? byProvider({ name, sentences: ACCESS_DENIED_SENTENCES }, reading, context) : undefined;
    return sharper === undefined
      ? { cause, confidence: 'certain', evidence: [evidence, ...reading.messages.slice(0, 1).map(messageEvidence)] }
      : { ...sharper, evidence: [evidence, ...sharper.evidence] };
  };
}

/** Where every wire form puts the code: query and REST XML, EC2's XML, JSON 1.0 and 1.1, and the field of them all. */
function errorType(reading: Reading): { readonly name: string; readonly evidence: Evidence } | undefined {
  const field = reading.fields.get('x-amzn-errortype');
  if (field !== undefined) return { name: bareName(field), evidence: headerEvidence('x-amzn-errortype', field) };
  const code = reading.codes.find(
    ({ path, value }) => /(?:^|\.)(?:__type|code|Code|errorType)$/.test(path) && /^[\w.#]{4,120}(?::|$)/.test(value),
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

/**
 * API Gateway's own answers, which name no service error and come under names of its customers, too. "Missing
 * Authentication Token" is what it says of a path or stage that does not exist, and a token of another scheme is
 * taken for a bad signature there.
 *
 * @see https://repost.aws/knowledge-center/api-gateway-authentication-token-errors
 * @see https://aws.amazon.com/premiumsupport/knowledge-center/api-gateway-403-error-lambda-authorizer/
 * @see https://github.com/HumanCellAtlas/data-store/issues/328 (a bearer token where no route is)
 */
function ofGateway(reading: Reading): ReturnType<Rule> {
  const say = (cause: Cause, pattern: RegExp): ReturnType<Rule> => {
    const message = findMessage(reading, pattern);
    return message && { cause, confidence: 'likely', evidence: [messageEvidence(message)] };
  };
  const atService = reading.host.includes('.amazonaws.com') && !reading.host.includes('.execute-api.');
  const { scheme } = reading.credential;
  const isOtherScheme = scheme !== undefined && !scheme.startsWith('aws4-');
  return (
    say(atService ? 'credential-missing' : 'wrong-endpoint', /^missing authentication token$/) ??
    say('quota-exceeded', /^limit exceeded$/) ??
    say('permission-denied', /^user is not authorized to access this resource/) ??
    say(!atService && isOtherScheme ? 'wrong-endpoint' : 'signature-invalid', /not a valid key=value pair/)
  );
}
