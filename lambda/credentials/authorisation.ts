/** What a request carries to be let in. */
export interface Authorisation {
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Query parameters, not yet encoded. */
  readonly query: Readonly<Record<string, string>>;
  /** Everything that must be redacted: the secret and each form of it that travels. */
  readonly secrets: readonly string[];
  /** The token itself, for reading what it says about its own expiry and scopes. */
  readonly token?: string;
}

/** Why a secret cannot be used, for people, without any of it. */
export interface SecretProblem {
  readonly problem: string;
}
