import { SignatureV4 } from '@smithy/signature-v4';
import type { RequestToSign, SignedRequest, SigningScope } from './authorisation.ts';
import type { AwsKeys } from './aws-keys.ts';
import { Sha256 } from './sha256.ts';

/**
 * Services that sign the path as it is and not encoded once more.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html (canonical URI)
 */
const PATH_ENCODED_ONCE: ReadonlySet<string> = new Set(['s3', 's3-object-lambda', 's3-outposts', 's3express']);

/**
 * Services that want the body's hash in a header too.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 * @see https://github.com/opensearch-project/opensearch-java/pull/339 (`aoss`)
 */
const BODY_HASH_WANTED: ReadonlySet<string> = new Set([...PATH_ENCODED_ONCE, 'aoss', 'glacier']);

/** @see https://docs.aws.amazon.com/vpc-lattice/latest/ug/sigv4-authenticated-requests.html */
const BODY_UNSIGNED = 'vpc-lattice-svcs';

/**
 * Signs a request with Signature Version 4. Of the headers it signs those that must be, and none that a proxy on the
 * way may change. The URL is sent as it is; a `+` in its query counts as a space, as in a form.
 *
 * @param at epoch milliseconds
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export async function signAws(
  request: RequestToSign,
  keys: AwsKeys,
  { service, region }: SigningScope,
  at: number,
): Promise<SignedRequest> {
  const { method, url, body } = request;
  const given = { host: url.host, ...(service === BODY_UNSIGNED && UNSIGNED_BODY), ...request.headers };
  const signer = new SignatureV4({
    service,
    region,
    credentials: keys,
    sha256: Sha256,
    uriEscapePath: !PATH_ENCODED_ONCE.has(service),
    applyChecksum: BODY_HASH_WANTED.has(service),
  });
  const toSign = {
    method,
    protocol: url.protocol,
    hostname: url.hostname,
    path: PATH_ENCODED_ONCE.has(service) ? strictlyEncoded(url.pathname) : url.pathname,
    query: queryOf(url.searchParams),
    headers: Object.fromEntries(Object.entries(given).filter(([name]) => SIGNED.test(name))),
    ...(body !== undefined && { body }),
  };
  const { headers } = await signer.sign(toSign, { signingDate: new Date(at) });
  return { headers: { ...given, ...headers }, secrets: signaturesIn(headers.authorization) };
}

const UNSIGNED_BODY = { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };

const SIGNED = /^(?:host|content-type|x-amz-.*)$/;

/** S3 undoes the escapes of the path and signs it with its own: a character that a URL may leave raw has one there. */
function strictlyEncoded(path: string): string {
  try {
    return path.split('/').map(decodeURIComponent).map(encoded).join('/');
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (raw) => `%${raw.charCodeAt(0).toString(16).toUpperCase()}`);
}

function queryOf(parameters: URLSearchParams): Record<string, string[]> {
  return Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)]));
}

/** For some minutes it lets in whoever repeats the request. */
function signaturesIn(header: string | undefined): readonly string[] {
  const signature = /Signature=([0-9a-f]+)/.exec(header ?? '')?.[1];
  return signature === undefined ? [] : [signature];
}
