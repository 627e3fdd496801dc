import type { CredentialBaseInput, StoredSecretInput } from './base-input.ts';

interface TokenEndpointInput extends CredentialBaseInput, StoredSecretInput {
  /** The token endpoint. Without it `issuer` is needed, whose metadata names it. */
  readonly tokenUrl?: string;
  /** Without it the secret is JSON that has it. */
  readonly clientId?: string;
  /** How the client says who it is. Default: `client_secret_basic`; for a secret with a private key `private_key_jwt`. */
  readonly clientAuth?: 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt';
  /** Up to 50 more parameters of the token request, such as Auth0's `organization`; none that another key sets. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** The word before the minted token. Default: `Bearer`. */
  readonly scheme?: string;
}

/**
 * A token that a client gets for itself.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.4
 */
export interface ClientCredentialsInput extends TokenEndpointInput {
  readonly kind: 'oauth2-client-credentials';
  /** Whom the token is for, where the server takes `audience`, as Auth0 does. */
  readonly audience?: string;
  /** Whom the token is for, where the server takes `resource`: an absolute URI, or up to 20. */
  readonly resource?: string | readonly string[];
}

/**
 * A token that somebody once consented to.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-6
 */
export interface RefreshTokenInput extends TokenEndpointInput {
  readonly kind: 'oauth2-refresh-token';
  /**
   * Whether each use gives a new refresh token and ends the old one. With `true` the monitor stores the new one in the
   * secret, which is then a whole JSON secret in Secrets Manager and no other credential's; with `false` it never
   * writes. Needed unless `provider` is one whose refresh tokens stay: `google` or `dropbox`.
   */
  readonly rotates?: boolean;
}

/**
 * A token for an assertion that is signed with a private key, such as a Google service account's. With provider
 * `google` neither `tokenUrl` nor `issuer` is needed.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7523#section-2.1
 */
export interface JwtBearerInput extends TokenEndpointInput {
  readonly kind: 'jwt-bearer';
  /** `iss` of the assertion. Default: the client id, or what the secret names. */
  readonly assertionIssuer?: string;
  /** `sub` of the assertion: for whom the token is. Default: `iss`. */
  readonly subject?: string;
  /** `aud` of the assertion. Default: the token endpoint. */
  readonly audience?: string;
  /** Up to 50 more claims of the assertion, such as Box's `box_sub_type`; none that another key sets. */
  readonly claims?: Readonly<Record<string, string>>;
}
