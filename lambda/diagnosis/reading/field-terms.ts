import type { Challenge } from './challenges.ts';
import type { Fields } from './headers.ts';
import { type Leaf, type Terms, termsOf } from './terms.ts';

/** Fields in which servers put an error's code or sentence. */
const FIELDS = [
  ['x-error-code', 'code'],
  ['x-error-message', 'message'],
  ['x-error', 'message'],
  ['x-error-detail', 'message'],
  ['x-error-detail-header', 'message'],
  ['x-mashery-error-code', 'code'],
  ['x-ms-error-code', 'code'],
  ['x-amzn-errortype', 'code'],
  ['x-amzn-errormessage', 'message'],
  ['x-api-error', 'message'],
  ['x-reason', 'message'],
  ['x-error-reason', 'message'],
  ['errorreason', 'code'],
  ['errormessage', 'message'],
  ['grpc-message', 'message'],
] as const;
/** The same under a name of the provider's own, such as `x-cld-error`. */
const OWN_ERROR = /^x-[a-z]{2,20}-error(?:-(?:message|description|detail))?$/;
/** A realm is a name, but some servers state the fault in it. */
const TELLING_REALM = /\b(?:invalid|expired|revoked|failure|failed|disabled|unknown|incorrect|wrong)\b/i;

/** The codes and sentences of header fields, those of challenges among them. */
export function fieldTerms(
  fields: Fields,
  challenges: readonly Challenge[],
  isEmpty: boolean,
): Pick<Terms, 'codes' | 'messages'> {
  const leaves: Leaf[] = [];
  // Beside a body that speaks, a field of this name may be anything.
  const reason = isEmpty ? fields.get('reason') : undefined;
  if (reason !== undefined) leaves.push({ path: 'header reason', key: 'message', value: reason });
  for (const [name, key] of FIELDS) {
    const value = fields.get(name);
    if (value !== undefined) leaves.push({ path: `header ${name}`, key, value: plain(name, value) });
  }
  for (const [name, value] of fields)
    if (OWN_ERROR.test(name)) leaves.push({ path: `header ${name}`, key: 'message', value });
  const path = 'header www-authenticate';
  for (const { params } of challenges) {
    const description = params.get('error_description');
    const problem = params.get('oauth_problem') ?? params.get('error');
    const realm = params.get('realm') ?? '';
    if (description !== undefined) leaves.push({ path, key: 'message', value: description });
    if (problem !== undefined) leaves.push({ path, key: 'code', value: problem });
    if (TELLING_REALM.test(realm)) leaves.push({ path, key: 'realm', value: realm });
  }
  return termsOf(leaves);
}

/**
 * gRPC percent-encodes its message; AWS puts a link behind the error's type.
 *
 * @see https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md (`Percent-Encoded`)
 */
function plain(name: string, value: string): string {
  if (name === 'x-amzn-errortype') return value.split(':')[0] ?? '';
  if (name !== 'grpc-message') return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
