/** What a person may write for a credential of any kind. */
export interface CredentialBaseInput {
  /** Whose credential it is, such as `github`, `slack` or `microsoft`: how its expiry and scopes are read. */
  readonly provider?: string;
  /** Scopes it is meant to have, at most 200: losing one is alerted. Without them it is compared with what it once had. */
  readonly scopes?: readonly string[];
  /** ARN of the KMS key, where the secret is encrypted with one of yours. */
  readonly kmsKey?: string;
  /** How often its provider is asked what it has, whole minutes from `1m` to `24h`. Default: `15m`. */
  readonly every?: string;
  /**
   * When it ends, where nobody but you knows: a date such as `2027-01-31`, whose start in UTC is meant, or an
   * RFC 3339 date-time, from 2000 to before 2200. What its provider says goes before it.
   */
  readonly expiresAt?: string;
  /**
   * Where the provider's API is, without query, fragment and user name, such as `https://github.example.com/api/v3`.
   * Default: the provider's own, or where the probes go.
   */
  readonly apiUrl?: string;
  /**
   * Issuer identifier, exactly as the authorization server writes it: its metadata names the endpoints that are not
   * configured.
   *
   * @see https://www.rfc-editor.org/rfc/rfc8414#section-2
   */
  readonly issuer?: string;
  /** Whom to ask whether its token still holds. Without it nobody is asked that way. */
  readonly introspection?: IntrospectionInput;
  /**
   * Lets what asks about it, and mints it, call private and loopback addresses. Default: that of the whole
   * configuration.
   */
  readonly allowPrivateNetwork?: boolean;
}

/** @see https://www.rfc-editor.org/rfc/rfc7662 */
export interface IntrospectionInput {
  /** The introspection endpoint. Default: the one that the metadata of `issuer` names. */
  readonly url?: string;
  /**
   * Name of another of `credentials`, of kind `bearer`, `basic` or `api-key`, that the question is authorised with.
   * Default: the OAuth client that minted the token; a kind without one needs it.
   */
  readonly credential?: string;
}

export interface StoredSecretInput {
  /**
   * Where the value is kept, never the value: a Secrets Manager name or ARN, `name#field` for a field of a secret
   * that is a JSON object, `ssm:/path` for a SecureString parameter.
   */
  readonly secret: string;
}
