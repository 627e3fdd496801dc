import type { Reading } from '../reading.ts';
import type { Provider, Sentence } from './provider.ts';

/**
 * What Envoy's filters say, each the whole body.
 *
 * @see https://github.com/envoyproxy/envoy/blob/main/source/extensions/filters/http/jwt_authn/filter.cc
 * @see https://github.com/envoyproxy/envoy/blob/main/source/extensions/filters/http/csrf/csrf_filter.cc
 * @see https://github.com/google/jwt_verify_lib/blob/master/src/status.cc
 */
const SENTENCES: readonly Sentence[] = [
  { cause: 'credential-missing', when: /^jwt is missing$/ },
  { cause: 'credential-expired', when: /^jwt is expired$/ },
  {
    cause: 'credential-invalid',
    when: /^(?:jwt not yet valid|audiences in jwt are not allowed|jwt issuer is not configured|jwt verification fails|jwks doesn't have key to match kid or alg from jwt|jwt is not in the form of header\.payload\.signature[\w\s,.]{0,80})$/,
  },
  { cause: 'unknown', when: /^jwks remote fetch is failed$|^failed jwt authentication: /, confidence: 'possible' },
  { cause: 'csrf-rejected', when: /^invalid origin$/ },
  { cause: 'permission-denied', when: /^rbac: access denied$/ },
];

/** Whether the body is one of Envoy's own; `server` alone shows nothing, it is on what passed too. */
export function isOfEnvoy({ content, body, messages, fields }: Reading): boolean {
  if (content !== 'text' || body.length > 200) return false;
  const said = messages[0]?.plain ?? '';
  if (said === 'invalid origin') return (fields.get('server') ?? '').endsWith('envoy');
  return SENTENCES.some(({ when }) => when.test(said));
}

/** Envoy, alone or in whatever is built on it. */
export const envoy: Provider = {
  name: 'envoy',
  wrote: (reading) => isOfEnvoy(reading) && reading.fields.get('server') !== 'istio-envoy',
  sentences: SENTENCES,
  remedies: {
    'credential-invalid': "The filter's `jwt_authn` configuration says which issuer, audiences and keys it takes.",
    'permission-denied': 'A policy of its RBAC filter refuses; the access log names it.',
    unknown: 'The gateway could not fetch the keys of the issuer, or its route is misconfigured: ask whoever runs it.',
  },
};
