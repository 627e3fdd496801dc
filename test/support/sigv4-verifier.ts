import { createHash, createHmac } from 'node:crypto';

/** A request as a server receives it; header names in lower case. */
export interface ReceivedRequest {
  readonly method: string;
  /** As in the request line. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

export interface Signed {
  readonly accessKeyId: string;
  /** `20150830/us-east-1/service` */
  readonly scope: string;
  readonly signedHeaders: readonly string[];
  readonly isRight: boolean;
}

/**
 * Verifies a signature of version 4 as a server does, from what came over the wire alone. Written from AWS's
 * description, apart from the code under test, and itself tested on AWS's vectors.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function verifySigv4(request: ReceivedRequest, secretAccessKey: string): Signed {
  const { method, target, headers, body } = request;
  const field = (name: string) => String(headers[name] ?? '');
  const [, accessKeyId = '', scope = '', names = '', signature = ''] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      field('authorization'),
    ) ?? [];
  const [day = '', region = '', service = ''] = scope.split('/');
  const signedHeaders = names.split(';');
  const [path = '', query = ''] = target.split('?');
  const canonical = [
    method,
    service.startsWith('s3')
      ? path
          .split('/')
          .map((part) => escaped(decodeURIComponent(part)))
          .join('/')
      : twice(path),
    query.split('&').filter(Boolean).map(parameter).sort(byNameThenValue).join('&'),
    ...signedHeaders.map((name) => `${name}:${field(name).trim().replace(/ +/g, ' ')}`),
    '',
    names,
    field('x-amz-content-sha256') || sha256(body),
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', field('x-amz-date'), `${scope}/aws4_request`, sha256(canonical)].join('\n');
  const key = [day, region, service, 'aws4_request'].reduce<Buffer | string>(hmac, `AWS4${secretAccessKey}`);
  return { accessKeyId, scope, signedHeaders, isRight: hmac(key, toSign).toString('hex') === signature };
}

/** Normalised, and encoded once more than it is on the wire. */
function twice(path: string): string {
  const parts = path.split('/').filter(Boolean).map(escaped);
  return `/${parts.join('/')}${parts.length > 0 && path.endsWith('/') ? '/' : ''}`;
}

function parameter(pair: string): string {
  const [name = '', value = ''] = pair.split(/=(.*)/s).map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
  return `${escaped(name)}=${escaped(value)}`;
}

function byNameThenValue(a: string, b: string): number {
  const [[name = '', value = ''], [otherName = '', otherValue = '']] = [a.split('='), b.split('=')];
  if (name !== otherName) return name < otherName ? -1 : 1;
  return value < otherValue ? -1 : 1;
}

/** All but the unreserved characters of RFC 3986. */
function escaped(text: string): string {
  return [...Buffer.from(text)]
    .map((byte) => String.fromCharCode(byte))
    .map((byte) => (/[\w.~-]/.test(byte) ? byte : `%${byte.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`))
    .join('');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
