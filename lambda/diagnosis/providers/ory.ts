import type { Cause } from '../causes.ts';
import type { Provider } from './provider.ts';

/** Names of fosite, the OAuth library under Hydra, and ids of Kratos. */
const CODES: Readonly<Record<string, Cause>> = {
  token_expired: 'credential-expired',
  token_claim: 'credential-invalid',
  token_inactive: 'credential-invalid',
  scope_not_granted: 'scope-missing',
  insufficient_entropy: 'request-rejected',
  security_csrf_violation: 'csrf-rejected',
};

const OATHKEEPER =
  /^access credentials are (?:not sufficient to access this resource|either expired or missing a scope)|^requested url does not match any rules/;

/**
 * Ory Oathkeeper, Kratos and Hydra.
 *
 * @see https://github.com/ory/oathkeeper/blob/master/helper/errors.go
 * @see https://github.com/ory/kratos/blob/master/session/handler.go
 * @see https://github.com/ory/kratos/issues/2813
 * @see https://github.com/ory/fosite/blob/master/errors.go
 */
export const ory: Provider = {
  name: 'ory',
  hosts: ['oryapis.com'],
  wrote: ({ path, codes, messages }) =>
    /\/self-service\/[a-z]{3,20}\/(?:api|browser)\b|\/sessions\/whoami$/.test(path) ||
    codes.some(({ value }) => /^(?:security_csrf_violation|scope_not_granted|token_inactive)$/.test(value)) ||
    messages.some(({ plain }) => OATHKEEPER.test(plain)),
  sentences: [
    { cause: 'permission-denied', when: /^access credentials are not sufficient to access this resource/ },
    {
      cause: 'credential-invalid',
      when: /^access credentials are either expired or missing a scope/,
      confidence: 'possible',
    },
    { cause: 'wrong-endpoint', when: /^requested url does not match any rules/ },
    { cause: 'request-rejected', when: /\bcan only be accessed without a login session\b/ },
    { cause: 'credential-missing', when: /^no valid session cookie found\b/ },
  ],
  codesAt: /^(?:error|error\.id|id)$/,
  codes: CODES,
  remedies: {
    'csrf-rejected':
      'Send the cookies of a browser flow back with its CSRF token, and none to an API flow; administrative paths are on the administrative port alone.',
    'request-rejected': 'Where it asks for no session, log out first: the call carries a valid one.',
    'wrong-endpoint':
      "No access rule of Oathkeeper matches the URL; compare scheme, host and path with the rules' `match`.",
  },
};
