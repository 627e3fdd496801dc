import { describe, expect, test } from 'vitest';
import type { Cause } from '../../lambda/diagnosis/causes.ts';
import { diagnose } from '../../lambda/diagnosis/diagnose.ts';
import type { Details } from '../../lambda/diagnosis/diagnosis.ts';

interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly sent?: boolean;
  readonly details?: Details;
}

type Case = readonly [string, Cause, Answer];

const DATE = { date: 'Tue, 14 Nov 2023 22:13:20 GMT' };
const NOW = 1_700_000_000;

function expectCauses(cases: readonly Case[]): void {
  test.each(cases)('%s is %s', (_, cause, { status = 403, headers = {}, body = '', sent = true, details = {} }) => {
    const found = diagnose({
      request: {
        method: 'GET',
        url: 'https://api.example.com/v1/x',
        headers: sent ? { authorization: 'Bearer REDACTED' } : {},
      },
      response: { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) },
    });
    expect(found.cause).toBe(cause);
    expect(found.details).toMatchObject(details);
  });
}

const challenge = (value: string) => ({ 'www-authenticate': value });

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1 */
describe('a challenge', () => {
  expectCauses([
    [
      'one of several, with commas in quotes',
      'credential-expired',
      {
        status: 401,
        headers: challenge(
          'Basic realm="shop, Berlin", Bearer realm="x", error="invalid_token", error_description="The token expired, get a new one"',
        ),
      },
    ],
    [
      'without an error, to a call without a credential',
      'credential-missing',
      { status: 401, sent: false, headers: challenge('Bearer realm="api"') },
    ],
    [
      'without an error, to a call with one',
      'credential-invalid',
      { status: 401, headers: challenge('Bearer realm="api"') },
    ],
    [
      'Negotiate, to a call without a credential',
      'credential-missing',
      { status: 401, sent: false, headers: challenge('Negotiate, NTLM') },
    ],
    [
      'Digest with a stale nonce',
      'signature-invalid',
      { status: 401, headers: challenge('Digest realm="x", nonce="abc", stale=true') },
    ],
    [
      'of a proxy',
      'credential-missing',
      { status: 407, sent: false, headers: { 'proxy-authenticate': 'Basic realm="egress"' } },
    ],
    [
      'that states the fault in its realm',
      'credential-invalid',
      { status: 401, headers: challenge('Basic realm="invalid api key"') },
    ],
  ]);
});

/**
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-3.1
 * @see https://www.rfc-editor.org/rfc/rfc9470#section-3
 * @see https://www.rfc-editor.org/rfc/rfc9449#section-7.1
 */
describe('an error of a bearer or DPoP challenge', () => {
  expectCauses([
    [
      'insufficient_scope',
      'scope-missing',
      {
        headers: challenge('Bearer error="insufficient_scope", scope="orders:read orders:write"'),
        details: { missingScopes: ['orders:read', 'orders:write'] },
      },
    ],
    [
      'insufficient_scope of a registry',
      'permission-denied',
      {
        status: 401,
        headers: challenge(
          'Bearer realm="https://auth.example.com/token", scope="repository:a/b:push", error="insufficient_scope"',
        ),
      },
    ],
    ['invalid_token alone', 'credential-invalid', { status: 401, headers: challenge('Bearer error="invalid_token"') }],
    [
      'invalid_token, revoked',
      'credential-revoked',
      { status: 401, headers: challenge('Bearer error="invalid_token", error_description="The token was revoked"') },
    ],
    [
      'invalid_token, expired or revoked or malformed',
      'credential-invalid',
      {
        status: 401,
        headers: challenge(
          'Bearer error="invalid_token", error_description="The access token is expired, revoked, malformed, or invalid"',
        ),
      },
    ],
    [
      'insufficient_user_authentication',
      'step-up-required',
      { status: 401, headers: challenge('Bearer error="insufficient_user_authentication", acr_values="myACR"') },
    ],
    ['invalid_dpop_proof', 'signature-invalid', { status: 401, headers: challenge('DPoP error="invalid_dpop_proof"') }],
    [
      'use_dpop_nonce',
      'signature-invalid',
      { status: 401, headers: { ...challenge('DPoP error="use_dpop_nonce"'), 'dpop-nonce': 'x' } },
    ],
  ]);
});

/**
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2
 * @see https://www.rfc-editor.org/rfc/rfc8707#section-2
 */
describe('an error of a token endpoint', () => {
  const oauth = (error: string, error_description?: string) => ({ status: 400, body: { error, error_description } });
  expectCauses([
    ['invalid_client', 'credential-invalid', oauth('invalid_client', 'Client authentication failed')],
    ['invalid_client, secret expired', 'credential-expired', oauth('invalid_client', 'The client secret has expired')],
    ['invalid_grant alone', 'credential-invalid', oauth('invalid_grant')],
    ['invalid_grant, expired', 'credential-expired', oauth('invalid_grant', 'The refresh token has expired')],
    [
      'invalid_grant, expired or revoked',
      'credential-revoked',
      oauth('invalid_grant', 'Token has been expired or revoked.'),
    ],
    ['invalid_grant, expired, in French', 'credential-expired', oauth('invalid_grant', 'Le jeton a expiré')],
    [
      'invalid_scope',
      'request-rejected',
      oauth('invalid_scope', 'The requested scope is invalid, unknown, or malformed'),
    ],
    ['unsupported_grant_type', 'request-rejected', oauth('unsupported_grant_type')],
    ['invalid_target', 'request-rejected', oauth('invalid_target', 'The requested resource is unknown')],
    ['access_denied', 'permission-denied', { ...oauth('access_denied'), status: 403 }],
    ['interaction_required', 'step-up-required', oauth('interaction_required')],
  ]);
});

/** @see https://oauth.net/core/1.0a/ and the problem reporting extension https://wiki.oauth.net/w/page/12238543/ProblemReporting */
describe('an OAuth 1.0 problem', () => {
  const problem = (name: string) => ({ status: 401, body: `oauth_problem=${name}&oauth_problem_advice=x` });
  expectCauses([
    ['token_expired', 'credential-expired', problem('token_expired')],
    ['token_revoked', 'credential-revoked', problem('token_revoked')],
    ['token_rejected', 'credential-invalid', problem('token_rejected')],
    ['signature_invalid', 'signature-invalid', problem('signature_invalid')],
    ['timestamp_refused', 'signature-invalid', problem('timestamp_refused')],
    ['nonce_used', 'signature-invalid', problem('nonce_used')],
    ['consumer_key_unknown', 'credential-invalid', problem('consumer_key_unknown')],
    [
      'in a challenge',
      'credential-expired',
      { status: 401, headers: challenge('OAuth realm="x", oauth_problem="token_expired"') },
    ],
  ]);
});

/**
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 */
describe('a limit', () => {
  const limited = (headers: Record<string, string>, details: Details, status = 429): Answer => ({
    status,
    headers: { ...DATE, ...headers },
    details,
  });
  expectCauses([
    ['Retry-After in seconds', 'rate-limited', limited({ 'retry-after': '120' }, { retryAfterSeconds: 120 })],
    [
      'Retry-After as a date',
      'rate-limited',
      limited({ 'retry-after': 'Tue, 14 Nov 2023 22:14:20 GMT' }, { retryAfterSeconds: 60 }),
    ],
    ['RateLimit of the draft', 'rate-limited', limited({ ratelimit: '"default";r=0;t=30' }, { resetAt: NOW + 30 })],
    [
      'RateLimit of older drafts',
      'rate-limited',
      limited({ ratelimit: 'limit=10, remaining=0, reset=5' }, { resetAt: NOW + 5 }),
    ],
    [
      'RateLimit-Reset',
      'rate-limited',
      limited({ 'ratelimit-remaining': '0', 'ratelimit-reset': '45' }, { resetAt: NOW + 45 }),
    ],
    [
      'X-RateLimit-Reset as an epoch',
      'rate-limited',
      limited({ 'x-ratelimit-reset': String(NOW + 90) }, { resetAt: NOW + 90 }),
    ],
    [
      'X-RateLimit-Reset in milliseconds',
      'rate-limited',
      limited({ 'x-ratelimit-reset': `${NOW + 90}000` }, { resetAt: NOW + 90 }),
    ],
    [
      'a reset as a duration',
      'rate-limited',
      limited({ 'x-ratelimit-reset-requests': '1m30s' }, { resetAt: NOW + 90 }),
    ],
    [
      'a reset as a date',
      'rate-limited',
      limited({ 'anthropic-ratelimit-requests-reset': '2023-11-14T22:14:20Z' }, { resetAt: NOW + 60 }),
    ],
    [
      'a 403 with nothing left and a time to wait',
      'rate-limited',
      limited({ 'x-ratelimit-remaining': '0', 'retry-after': '7' }, { retryAfterSeconds: 7 }, 403),
    ],
    [
      'nothing left beside another cause',
      'ip-not-allowed',
      {
        headers: { 'x-ratelimit-remaining': '0', 'retry-after': '7' },
        body: { message: 'Your IP address is not allowed' },
      },
    ],
    [
      'a retry in JSON',
      'rate-limited',
      { status: 429, body: { message: 'Slow down', retry_after: 1.5 }, details: { retryAfterSeconds: 2 } },
    ],
    [
      'a retry in milliseconds',
      'rate-limited',
      { status: 429, body: { errcode: 'M_LIMIT_EXCEEDED', retry_after_ms: 2500 }, details: { retryAfterSeconds: 3 } },
    ],
    [
      'a quota of a short window',
      'rate-limited',
      {
        body: { message: 'Out of call volume quota. Quota will be replenished in 00:28:11.' },
        details: { retryAfterSeconds: 1691 },
      },
    ],
    [
      'the reset of the window that is empty',
      'rate-limited',
      limited(
        {
          'x-rate-limit-remaining': '10',
          'x-rate-limit-reset': String(NOW + 9),
          'x-app-limit-24hour-remaining': '0',
          'x-app-limit-24hour-reset': String(NOW + 90),
        },
        { resetAt: NOW + 90 },
      ),
    ],
    [
      'RateLimit of several windows',
      'rate-limited',
      limited({ ratelimit: '"second";r=12;t=1, "day";r=0;t=600' }, { resetAt: NOW + 600 }),
    ],
    [
      'a reset date in JSON',
      'quota-exceeded',
      { body: { message: 'Monthly quota exceeded', reset_date: '2023-12-01' }, details: { resetAt: 1_701_388_800 } },
    ],
    [
      'a quota of a day',
      'quota-exceeded',
      { body: { message: 'Out of call volume quota. Quota will be replenished in 10:28:11.' } },
    ],
  ]);
});

/** @see https://www.rfc-editor.org/rfc/rfc9457 */
describe('a problem detail', () => {
  const problem = (body: object, status = 403): Answer => ({
    status,
    headers: { 'content-type': 'application/problem+json' },
    body,
  });
  expectCauses([
    [
      'told by its type',
      'credential-expired',
      problem({ type: 'https://example.com/problems/token-expired', title: 'Unauthorized', status: 401 }, 401),
    ],
    [
      'told by its detail',
      'permission-denied',
      problem({ type: 'about:blank', title: 'Forbidden', detail: 'User lacks the role editor', status: 403 }),
    ],
    [
      'told by a URN',
      'rate-limited',
      problem({ type: 'urn:ietf:params:acme:error:rateLimited', detail: 'Error creating new order' }, 429),
    ],
    ['that says nothing', 'unknown', problem({ type: 'about:blank', title: 'Forbidden', status: 403 })],
  ]);
});

/**
 * @see https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md
 * @see https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto
 */
describe('a gRPC status', () => {
  const grpc = (status: string, message?: string): Answer => ({
    status: 200,
    headers: {
      'content-type': 'application/grpc',
      'grpc-status': status,
      ...(message !== undefined && { 'grpc-message': message }),
    },
  });
  expectCauses([
    ['16 in a header', 'credential-invalid', grpc('16')],
    ['16 in a header, to a call without a credential', 'credential-missing', { ...grpc('16'), sent: false }],
    ['7 in a header', 'permission-denied', grpc('7')],
    ['8 in a header', 'rate-limited', grpc('8', 'too%20many%20requests')],
    ['16 with an encoded message', 'credential-expired', grpc('16', 'the%20token%20has%20expired')],
    [
      '16 in JSON',
      'credential-expired',
      { status: 401, body: { code: 16, message: 'token has expired', details: [] } },
    ],
    ['7 in JSON', 'permission-denied', { body: { code: 7, message: 'nope', details: [] } }],
    [
      'an ErrorInfo',
      'scope-missing',
      {
        body: {
          error: {
            code: 403,
            status: 'PERMISSION_DENIED',
            message: 'Request had insufficient authentication scopes.',
            details: [
              { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' },
            ],
          },
        },
      },
    ],
    [
      'a RetryInfo',
      'rate-limited',
      {
        status: 429,
        body: {
          error: {
            code: 429,
            status: 'RESOURCE_EXHAUSTED',
            message: 'Rate limit exceeded',
            details: [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '34.07s' }],
          },
        },
        details: { retryAfterSeconds: 35 },
      },
    ],
  ]);
});

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html */
describe('an AWS error, at a host that nobody knows', () => {
  expectCauses([
    [
      'in a header',
      'credential-expired',
      { status: 400, headers: { 'x-amzn-errortype': 'ExpiredTokenException:http://internal.amazon.com/' }, body: {} },
    ],
    [
      'as __type',
      'credential-invalid',
      {
        status: 400,
        headers: { 'x-amzn-requestid': 'r' },
        body: {
          __type: 'com.amazon.coral.service#UnrecognizedClientException',
          message: 'The security token included in the request is invalid.',
        },
      },
    ],
    [
      'as query XML',
      'signature-invalid',
      {
        body: '<ErrorResponse><Error><Type>Sender</Type><Code>SignatureDoesNotMatch</Code><Message>no</Message></Error></ErrorResponse>',
      },
    ],
    [
      'as REST XML',
      'permission-denied',
      { body: '<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>' },
    ],
    [
      'of EC2',
      'permission-denied',
      {
        body: '<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>You are not authorized to perform this operation.</Message></Error></Errors></Response>',
      },
    ],
  ]);
});

describe('an error envelope', () => {
  expectCauses([
    [
      'OData, with an inner error',
      'credential-expired',
      {
        status: 401,
        body: {
          error: {
            code: 'Unauthorized',
            message: { lang: 'en-US', value: 'Not authorised' },
            innererror: { code: 'TokenExpired' },
          },
        },
      },
    ],
    [
      'GraphQL with 200',
      'credential-missing',
      {
        status: 200,
        sent: false,
        body: { errors: [{ message: 'You must be logged in', extensions: { code: 'UNAUTHENTICATED' } }], data: null },
      },
    ],
    [
      'GraphQL, forbidden',
      'permission-denied',
      {
        status: 200,
        body: {
          errors: [{ message: 'Not allowed to read salaries', path: ['salary'], extensions: { code: 'FORBIDDEN' } }],
          data: null,
        },
      },
    ],
    [
      'JSON:API',
      'scope-missing',
      {
        body: {
          errors: [
            { status: '403', code: 'insufficient_scope', title: 'Forbidden', detail: 'Requires scope: orders:read' },
          ],
        },
        details: { missingScopes: ['orders:read'] },
      },
    ],
    [
      'JSON-RPC',
      'credential-invalid',
      { status: 200, body: { jsonrpc: '2.0', id: 1, error: { code: -32001, message: 'Invalid API key' } } },
    ],
    [
      'SCIM',
      'permission-denied',
      {
        body: {
          schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
          status: '403',
          detail: 'The client does not have permission to update users',
        },
      },
    ],
    [
      'of an OCI registry',
      'permission-denied',
      { body: { errors: [{ code: 'DENIED', message: 'requested access to the resource is denied', detail: [] }] } },
    ],
    [
      'of Kubernetes',
      'permission-denied',
      {
        body: {
          kind: 'Status',
          status: 'Failure',
          reason: 'Forbidden',
          code: 403,
          message:
            'pods is forbidden: User "ci" cannot list resource "pods" in API group "" in the namespace "default"',
        },
      },
    ],
    [
      'JSON inside a message',
      'credential-expired',
      { status: 401, body: { message: '{"error":{"code":"token_expired"}}' } },
    ],
    ['a bare string', 'credential-invalid', { status: 401, body: '"Invalid API key"' }],
  ]);
});

/**
 * @see https://docs.oasis-open.org/wss/v1.1/wss-v1.1-spec-os-SOAPMessageSecurity.pdf (section 12, faults)
 * @see https://www.rfc-editor.org/rfc/rfc3744#section-7.1.1 (`need-privileges`)
 * @see http://xmlrpc.com/spec.md
 */
describe('XML', () => {
  const soap = (code: string, text: string) => ({
    status: 500,
    body: `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><soap:Fault><faultcode>${code}</faultcode><faultstring>${text}</faultstring></soap:Fault></soap:Body></soap:Envelope>`,
  });
  expectCauses([
    [
      'a SOAP fault: failed authentication',
      'credential-invalid',
      soap('wsse:FailedAuthentication', 'The security token could not be authenticated'),
    ],
    [
      'a SOAP fault: failed check',
      'signature-invalid',
      soap('wsse:FailedCheck', 'The signature or decryption was invalid'),
    ],
    [
      'a SOAP 1.2 fault',
      'permission-denied',
      {
        body: '<env:Envelope><env:Body><env:Fault><env:Code><env:Value>env:Sender</env:Value></env:Code><env:Reason><env:Text xml:lang="en">User is not allowed to call this operation</env:Text></env:Reason></env:Fault></env:Body></env:Envelope>',
      },
    ],
    [
      'WebDAV: need-privileges',
      'permission-denied',
      {
        body: '<?xml version="1.0"?><D:error xmlns:D="DAV:"><D:need-privileges><D:resource><D:href>/a</D:href><D:privilege><D:write/></D:privilege></D:resource></D:need-privileges></D:error>',
      },
    ],
    [
      'XML-RPC',
      'credential-invalid',
      {
        status: 200,
        body: '<methodResponse><fault><value><struct><member><name>faultCode</name><value><int>403</int></value></member><member><name>faultString</name><value><string>Incorrect username or password.</string></value></member></struct></value></fault></methodResponse>',
      },
    ],
  ]);
});

describe('a status', () => {
  expectCauses([
    ['421', 'wrong-endpoint', { status: 421 }],
    ['405', 'wrong-endpoint', { status: 405 }],
    ['415', 'request-rejected', { status: 415 }],
    ['451', 'geo-blocked', { status: 451 }],
    ['496', 'request-rejected', { status: 496 }],
    ['403 with nothing', 'unknown', { status: 403 }],
    ['404 with nothing', 'unknown', { status: 404 }],
  ]);
});
