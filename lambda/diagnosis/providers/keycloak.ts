import type { Provider } from './provider.ts';

/**
 * Keycloak's token endpoint, which says `invalid_grant` for whatever ends a login.
 *
 * @see https://github.com/keycloak/keycloak/issues/36108
 * @see https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/protocol/oidc/TokenManager.java
 * @see https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/authentication/authenticators/directgrant/ValidateUsername.java
 */
export const keycloak: Provider = {
  name: 'keycloak',
  wrote: ({ path }) =>
    /\/realms\/[^/]{1,100}\/(?:protocol\/openid-connect|broker|clients-registrations)\b|\/admin\/realms\//.test(path),
  sentences: [
    { cause: 'step-up-required', when: /^account is not fully set up$/ },
    { cause: 'credential-revoked', when: /^account disabled$/ },
    // Issued before somebody pushed the realm's or the client's "not before", or a refresh token used twice.
    { cause: 'credential-revoked', when: /^stale (?:refresh )?token$/, confidence: 'likely' },
    { cause: 'credential-expired', when: /^(?:refresh token|idtoken) expired$/ },
    // It ended by time or by logout: the answer does not say which.
    { cause: 'credential-invalid', when: /^(?:client )?session not active$/, confidence: 'likely' },
    { cause: 'permission-denied', when: /^user (?:no long|or client no longer) has (?:role )?permissions? for / },
  ],
  remedies: {
    'step-up-required':
      'The user has required actions left, such as a temporary password or an e-mail address to verify: see the user in the admin console.',
    'credential-invalid':
      'Log in again. "Invalid user credentials" is also what Keycloak says while its brute-force detection locks the user.',
    'credential-revoked': 'See whether the user is enabled in the admin console, then log in again.',
  },
};
