/**
 * The configuration after parsing: every default filled in, every duration in milliseconds. This is the shape that
 * travels to the Lambdas; what a person may write is the schema's business (schema.ts).
 */
export interface Config {
  /** Names the stack, the dashboard and the `Monitor` dimension. */
  readonly monitor: string;
  readonly alerts: AlertsConfig;
  readonly credentials: Readonly<Record<string, CredentialConfig>>;
  readonly probes: readonly Probe[];
  /** How often each secret is looked at for a new version, milliseconds, a whole number of ticks; absent: never. */
  readonly watchSecretsEveryMs?: number;
}

export interface AlertsConfig {
  readonly email: readonly string[];
  /** Who hears that the monitor itself is broken; defaults to `email`. */
  readonly operationsEmail: readonly string[];
  /** Days before an expiry at which to warn, largest first, each 1 to 365. */
  readonly expiryWarningDays: readonly number[];
  /** Consecutive bad runs before an incident opens, 1 to 10. */
  readonly failureThreshold: number;
  /** How long an open incident stays quiet between reminders. */
  readonly remindEveryMs: number;
}

export const CREDENTIAL_KINDS = [
  'bearer',
  'basic',
  'api-key',
  'oauth2-client-credentials',
  'oauth2-refresh-token',
  'jwt-bearer',
  'github-app',
  'aws-sigv4',
  'mtls',
] as const;

/** How a client says who it is at a token endpoint. @see https://www.rfc-editor.org/rfc/rfc7591#section-2 */
export const CLIENT_AUTH_METHODS = ['client_secret_basic', 'client_secret_post', 'private_key_jwt'] as const;
export type ClientAuthMethod = (typeof CLIENT_AUTH_METHODS)[number];

/** What all kinds have in common. */
export interface CredentialBase {
  /** Whose credential it is, such as `github`: selects grant adapters and remedies. */
  readonly provider?: string;
  /**
   * Where the value is kept: a Secrets Manager name or ARN, `name#field`, or `ssm:/path`. Never the value. Absent
   * only for `aws-sigv4` with the function's own role or one that it assumes.
   */
  readonly secret?: string;
  /** Scopes it is meant to have; without them it is compared with what it once had. */
  readonly scopes?: readonly string[];
  /** ARN of the customer-managed KMS key that encrypts the secret, if there is one. */
  readonly kmsKey?: string;
  /** How often its provider is asked what it has, milliseconds; a whole number of ticks. */
  readonly everyMs: number;
  /** When it ends by the configuration's own word, epoch seconds. */
  readonly expiresAt?: number;
  /** Where the provider's API is, without a slash at the end; default: its own, or where the probes go. */
  readonly apiUrl?: string;
  /** Whom to ask about its token. @see https://www.rfc-editor.org/rfc/rfc7662 */
  readonly introspection?: Introspection;
  /** Issuer identifier whose metadata names the endpoints that are not configured. @see https://www.rfc-editor.org/rfc/rfc8414 */
  readonly issuer?: string;
  /** Whether asking about it, and minting it, may call private and loopback addresses. */
  readonly allowPrivateNetwork: boolean;
}

export interface Introspection {
  /** The endpoint; default: what the issuer's metadata names. */
  readonly url?: string;
  /** Key of `Config.credentials`: what the question is authorised with. Default: the client that minted the token. */
  readonly credential?: string;
}

export interface BearerCredential extends CredentialBase {
  readonly kind: 'bearer';
  readonly secret: string;
  /** The word before the token, default `Bearer`; GitHub also takes `token`, Okta `SSWS`. */
  readonly scheme: string;
}

export interface BasicCredential extends CredentialBase {
  readonly kind: 'basic';
  readonly secret: string;
  /** With it the secret is the password alone; without it `user:password` or JSON `{"username","password"}`. */
  readonly username?: string;
}

export interface ApiKeyCredential extends CredentialBase {
  readonly kind: 'api-key';
  readonly secret: string;
  readonly in: 'header' | 'query';
  /** The header's or the query parameter's name. */
  readonly name: string;
}

/**
 * What the kinds that ask a token endpoint have in common. `tokenUrl` or `issuer` is always there, but for `jwt-bearer`
 * with provider `google`, whose secret names the endpoint.
 */
export interface TokenEndpointClient {
  readonly secret: string;
  /** The token endpoint; default: what the issuer's metadata names. */
  readonly tokenUrl?: string;
  /** Without it the secret is JSON that has it. */
  readonly clientId?: string;
  /** Default: `client_secret_basic`, for a secret with a private key `private_key_jwt`. */
  readonly clientAuth?: ClientAuthMethod;
  /** More parameters of the token request, such as Auth0's `organization`. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The word before the minted token. Default: `Bearer`. */
  readonly scheme: string;
}

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-4.4 */
export interface ClientCredentialsCredential extends CredentialBase, TokenEndpointClient {
  readonly kind: 'oauth2-client-credentials';
  readonly secret: string;
  readonly audience?: string;
  /** @see https://www.rfc-editor.org/rfc/rfc8707 */
  readonly resource: readonly string[];
}

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-6 */
export interface RefreshTokenCredential extends CredentialBase, TokenEndpointClient {
  readonly kind: 'oauth2-refresh-token';
  readonly secret: string;
  /**
   * Whether each use gives a new refresh token and ends the old one. Then the new one is written back into the
   * secret; a server whose refresh tokens stay is never written for.
   */
  readonly rotates: boolean;
}

/** @see https://www.rfc-editor.org/rfc/rfc7523#section-2.1 */
export interface JwtBearerCredential extends CredentialBase, TokenEndpointClient {
  readonly kind: 'jwt-bearer';
  readonly secret: string;
  /** `iss` of the assertion; default: the client id, or what the secret names. */
  readonly assertionIssuer?: string;
  /** `sub` of the assertion: for whom the token is; default: `iss`. */
  readonly subject?: string;
  /** `aud` of the assertion; default: the token endpoint. */
  readonly audience?: string;
  /** More claims of the assertion, such as Box's `box_sub_type`. */
  readonly claims: Readonly<Record<string, string>>;
}

/** @see https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app */
export interface GithubAppCredential extends CredentialBase {
  readonly kind: 'github-app';
  /** The app's private key, PEM. */
  readonly secret: string;
  /** The app's client id, or its numeric id. */
  readonly appId: string;
  readonly installationId: string;
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html */
export interface AwsSigv4Credential extends CredentialBase {
  readonly kind: 'aws-sigv4';
  /** The region to sign for, such as `eu-central-1`. */
  readonly region: string;
  /** The service to sign for, such as `execute-api`. */
  readonly service: string;
  /** A role to assume first; without it and without a secret it is the function's own. */
  readonly roleArn?: string;
  readonly externalId?: string;
}

/** A client certificate and its key. The secret is JSON `{"certificate","privateKey","passphrase"?}`, or both as PEM in one text. */
export interface MtlsCredential extends CredentialBase {
  readonly kind: 'mtls';
  readonly secret: string;
}

export type CredentialConfig =
  | BearerCredential
  | BasicCredential
  | ApiKeyCredential
  | ClientCredentialsCredential
  | RefreshTokenCredential
  | JwtBearerCredential
  | GithubAppCredential
  | AwsSigv4Credential
  | MtlsCredential;

/** One configured request. */
export interface Probe {
  readonly name: string;
  /** With the configured query merged in. */
  readonly url: string;
  readonly method: string;
  /** Lower-case names; a JSON body's `content-type` is already among them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Key of `Config.credentials`. */
  readonly credential?: string;
  readonly everyMs: number;
  readonly timeoutMs: number;
  /** 0 to 10; 0 takes a redirect as the answer. */
  readonly maxRedirects: number;
  readonly allowPrivateNetwork: boolean;
  readonly expect: Expectation;
}

/** What a good answer looks like. Patterns are RE2: linear in time whatever the text. */
export interface Expectation {
  /** Any of these: a status code or a class such as `2xx`. */
  readonly status: readonly (number | string)[];
  readonly maxDurationMs?: number;
  /** Lower-case header name → RE2 pattern that its value must match. */
  readonly headers: Readonly<Record<string, string>>;
  readonly json: readonly JsonExpectation[];
  /** RE2 pattern that the body must match. */
  readonly body?: string;
}

/** An assertion on what an RFC 9535 JSONPath selects. Exactly one of `equals`, `exists`, `matches` is set. */
export interface JsonExpectation {
  readonly path: string;
  /** Every selected value equals this (and at least one is selected). */
  readonly equals?: unknown;
  readonly exists?: boolean;
  /** RE2 pattern that every selected string, number or boolean matches (and at least one is selected). */
  readonly matches?: string;
}
