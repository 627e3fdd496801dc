import type { CredentialConfig } from '../../lambda/config/types.ts';
import type { Observation } from '../../lambda/request/observation.ts';

/** An answer to a request that carried the credential. */
export function answer(
  headers: Readonly<Record<string, string>>,
  { status = 200, body = '', url = 'https://api.github.com/user', credentialSent = true } = {},
): Observation {
  return {
    request: { method: 'GET', url, headers: { authorization: '<redacted>' }, credentialSent },
    startedAt: Date.UTC(2026, 0),
    phases: { totalMs: 12 },
    redirects: [],
    response: { status, headers, body, truncated: false },
  };
}

/** No answer at all. */
export const silence: Observation = {
  request: { method: 'GET', url: 'https://api.example.com/', headers: {}, credentialSent: true },
  startedAt: Date.UTC(2026, 0),
  phases: { totalMs: 12 },
  redirects: [],
  failure: { kind: 'timeout', phase: 'connect', message: 'no answer from api.example.com within 10 s' },
};

export function bearer(fields: { provider?: string; scopes?: readonly string[] } = {}): CredentialConfig {
  return {
    kind: 'bearer',
    scheme: 'Bearer',
    secret: 'prod/token',
    everyMs: 900_000,
    allowPrivateNetwork: false,
    ...fields,
  };
}

/** A token as an identity provider signs it, with a signature that nobody looks at. */
export function jwt(claims: unknown, header: unknown = { alg: 'RS256', typ: 'at+jwt' }): string {
  return `${[header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.c2ln`;
}
