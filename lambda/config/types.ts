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

export const CREDENTIAL_KINDS = ['bearer', 'basic', 'api-key'] as const;

interface CredentialBase {
  /** Whose credential it is, such as `github`: selects grant adapters and remedies. */
  readonly provider?: string;
  /** Where the value is kept: a Secrets Manager name or ARN, `name#field`, or `ssm:/path`. Never the value. */
  readonly secret: string;
  /** Scopes it is meant to have; without them none are compared. */
  readonly scopes?: readonly string[];
  /** ARN of the customer-managed KMS key that encrypts the secret, if there is one. */
  readonly kmsKey?: string;
}

export interface BearerCredential extends CredentialBase {
  readonly kind: 'bearer';
  /** The word before the token, default `Bearer`; GitHub also takes `token`, Okta `SSWS`. */
  readonly scheme: string;
}

export interface BasicCredential extends CredentialBase {
  readonly kind: 'basic';
  /** With it the secret is the password alone; without it `user:password` or JSON `{"username","password"}`. */
  readonly username?: string;
}

export interface ApiKeyCredential extends CredentialBase {
  readonly kind: 'api-key';
  readonly in: 'header' | 'query';
  /** The header's or the query parameter's name. */
  readonly name: string;
}

export type CredentialConfig = BearerCredential | BasicCredential | ApiKeyCredential;

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
