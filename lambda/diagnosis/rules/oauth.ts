import type { Evidence } from '../diagnosis.ts';
import { codeEvidence, type Finding, headerEvidence, type Rule, statusEvidence } from '../finding.ts';
import type { Challenge } from '../reading/challenges.ts';
import type { Message } from '../reading/terms.ts';
import type { Reading } from '../reading.ts';
import { concepts } from './concepts.ts';
import { credentialWording, sentenceWording } from './wording.ts';

/** An OAuth error with the words that came with it. */
interface OAuthError {
  readonly code: string;
  readonly evidence: Evidence;
  readonly messages: readonly Message[];
}

/**
 * The `error` of a bearer or DPoP challenge, or of a token endpoint's JSON: the codes are few and `invalid_token`,
 * `invalid_grant` and `invalid_client` each stand for several causes, so their description decides where it says more.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-3.1
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2
 * @see https://www.rfc-editor.org/rfc/rfc9449#section-7.1 (`invalid_dpop_proof`)
 * @see https://www.rfc-editor.org/rfc/rfc9449#section-9 (`use_dpop_nonce`)
 * @see https://www.rfc-editor.org/rfc/rfc9470#section-3 (`insufficient_user_authentication`)
 */
export const oauthErrors: Rule = (reading) => {
  for (const error of errorsOf(reading)) {
    const finding = judge(reading, error);
    if (finding !== undefined) return finding;
  }
  return undefined;
};

function errorsOf(reading: Reading): readonly OAuthError[] {
  const errors: OAuthError[] = [];
  for (const challenge of reading.challenges) {
    const code = challenge.params.get('error');
    if (code === undefined) continue;
    errors.push({ code: code.toLowerCase(), evidence: challengeEvidence(challenge), messages: reading.messages });
  }
  const code = reading.codes.find(
    ({ path, value }) =>
      /^(?:error|error\.code|error\.error|errors\[0\]\.(?:errorType|id|code)|code)$/.test(path) &&
      CODES.has(value.toLowerCase()),
  );
  if (code !== undefined)
    errors.push({ code: code.value.toLowerCase(), evidence: codeEvidence(code), messages: reading.messages });
  return errors;
}

const CODES = new Set([
  'invalid_token',
  'insufficient_scope',
  'invalid_grant',
  'invalid_client',
  'unauthorized_client',
  'invalid_scope',
  'insufficient_user_authentication',
  'invalid_dpop_proof',
  'use_dpop_nonce',
  'consent_required',
  'interaction_required',
  'login_required',
  'access_denied',
  'invalid_target',
  'unsupported_grant_type',
]);

function judge(reading: Reading, { code, evidence, messages }: OAuthError): Finding | undefined {
  const found = (cause: Finding['cause'], confidence: Finding['confidence'] = 'certain'): Finding => ({
    cause,
    confidence,
    evidence: [evidence],
  });
  const refined = (fallback: Finding): Finding => {
    const said =
      (code === 'invalid_token' ? tokenWording(reading, messages) : sentenceWording(reading, messages)) ??
      ofCredential(concepts({ ...reading, status: 401 }, {}));
    return said === undefined || said.cause === 'permission-denied'
      ? fallback
      : { ...said, evidence: [evidence, ...said.evidence] };
  };
  switch (code) {
    case 'insufficient_scope':
    case 'insufficient-scope':
    case 'insufficient scope':
      return found('scope-missing');
    case 'insufficient_user_authentication':
    case 'interaction_required':
    case 'consent_required':
    case 'insufficient_claims':
      return found('step-up-required');
    case 'invalid_dpop_proof':
    case 'use_dpop_nonce':
      return found('signature-invalid');
    case 'invalid_token':
    case 'invalid_grant':
    case 'invalid_client':
      return refined(found('credential-invalid', 'likely'));
    case 'unauthorized_client':
      return refined(found('feature-unavailable', 'possible'));
    case 'invalid_scope':
      return ofResource(reading) ? found('scope-missing', 'likely') : found('request-rejected', 'possible');
    case 'login_required':
      return found('credential-missing', 'likely');
    case 'access_denied':
      return refined(found('permission-denied', 'likely'));
    default:
      return undefined;
  }
}

/** A token endpoint refuses the scope that was asked for; an API that answers 403 refuses the one that was granted. */
function ofResource({ status, path }: Reading): boolean {
  return status === 403 && !/token|oauth|authorize/i.test(path);
}

const EXPLICIT = new Set([
  'insufficient_scope',
  'insufficient scope',
  'insufficient_user_authentication',
  'invalid_dpop_proof',
  'use_dpop_nonce',
]);

/**
 * A registry calls the access to one repository a scope: its token service leaves out what the account may not do.
 *
 * @see https://github.com/distribution/distribution/blob/main/docs/spec/auth/scope.md
 */
const REGISTRY_SCOPE = /^(?:repository|registry):/;

/** Challenge errors of one meaning: they stand whatever else the answer says. */
export const explicitChallenges: Rule = (reading) => {
  const challenge = reading.challenges.find(({ params }) => EXPLICIT.has(params.get('error')?.toLowerCase() ?? ''));
  const code = challenge?.params.get('error')?.toLowerCase();
  if (challenge === undefined || code === undefined) return undefined;
  const evidence = challengeEvidence(challenge);
  if (REGISTRY_SCOPE.test(challenge.params.get('scope') ?? ''))
    return { cause: 'permission-denied', confidence: 'likely', evidence: [evidence] };
  return judge(reading, { code, evidence, messages: reading.messages });
};

/**
 * An OAuth error is the credential's whatever its status. Of what the sentences are about, in other languages than
 * English, only what is said of the credential's end.
 */
function ofCredential(said: Finding | undefined): Finding | undefined {
  return said !== undefined && /^credential-(?:expired|revoked)$/.test(said.cause) ? said : undefined;
}

/** Of an `invalid_token`, only what is said of the token counts, and a scope that it lacks. */
function tokenWording(reading: Reading, messages: readonly Message[]): Finding | undefined {
  const said = credentialWording(reading, messages) ?? sentenceWording(reading, messages);
  if (said === undefined) return undefined;
  return /^(?:credential-(?:expired|revoked|missing)|scope-missing|rate-limited|ip-not-allowed|step-up-required|account-suspended|feature-unavailable)$/.test(
    said.cause,
  )
    ? said
    : undefined;
}

/**
 * A challenge without an error: by RFC 6750 the server saw no credential, or none of a kind that it reads.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-3
 */
export const bareChallenges: Rule = (reading) =>
  staleNonce(reading) ??
  (reading.status === 401 ? unexplained(reading, 'www-authenticate', reading.credential.sent) : undefined);

/**
 * The nonce of a digest is too old, and the credential itself is right.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7616#section-3.3
 */
function staleNonce({ challenges }: Reading): Finding | undefined {
  const stale = challenges.find(
    ({ scheme, params }) => scheme === 'digest' && params.get('stale')?.toLowerCase() === 'true',
  );
  return (
    stale && {
      cause: 'signature-invalid',
      confidence: 'likely',
      evidence: [headerEvidence('www-authenticate', `${stale.written} stale=true`)],
    }
  );
}

/**
 * 407 is the proxy's own, whatever page it shows.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-15.5.8
 */
export const proxyAuthentication: Rule = (reading) =>
  reading.status === 407
    ? unexplained(reading, 'proxy-authenticate', reading.requestFields.has('proxy-authorization'))
    : undefined;

function unexplained(reading: Reading, name: string, sent: boolean | undefined): Finding | undefined {
  const field = reading.fields.get(name);
  const evidence = [statusEvidence(reading), ...(field === undefined ? [] : [headerEvidence(name, field)])];
  if (sent === false)
    return { cause: 'credential-missing', confidence: field === undefined ? 'likely' : 'certain', evidence };
  if (sent === undefined)
    return field === undefined ? undefined : { cause: 'credential-missing', confidence: 'possible', evidence };
  return { cause: 'credential-invalid', confidence: 'possible', evidence };
}

function challengeEvidence(challenge: Challenge): Evidence {
  const parts = ['error', 'error_description', 'scope']
    .filter((name) => challenge.params.has(name))
    .map((name) => `${name}="${challenge.params.get(name)}"`);
  return headerEvidence('www-authenticate', `${challenge.written} ${parts.join(', ')}`);
}
