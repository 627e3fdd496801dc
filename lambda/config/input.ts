import type { CredentialInput } from './credentials/input.ts';

/** What a person writes in `scopewatch.config.ts`, or in the same shape as JSON or YAML. */
export interface ConfigInput {
  /** Names the stack, the dashboard and the `Monitor` dimension: `a-z`, `0-9` and `-`, at most 31, a letter first. */
  readonly monitor: string;
  /** Who hears of what, and when. */
  readonly alerts?: AlertsInput;
  /** By name; a probe refers to that name. */
  readonly credentials?: Readonly<Record<string, CredentialInput>>;
  /** 1 to 10,000 requests that are made again and again. */
  readonly probes: readonly ProbeInput[];
  /** Lets all probes, and what asks about credentials, call private and loopback addresses. Default: false. */
  readonly allowPrivateNetwork?: boolean;
  /**
   * How often secrets are looked at for a new version, which is probed at once: whole minutes from `1m` to `24h`, or
   * `false` for never. Default: `1m`.
   */
  readonly watchSecretsEvery?: string | false;
}

export interface AlertsInput {
  /** Up to 50 addresses. Each gets a mail from AWS first, and has to confirm it. */
  readonly email?: readonly string[];
  /** Who hears that the monitor itself is broken. Default: `email`. */
  readonly operationsEmail?: readonly string[];
  /** Days before a credential expires at which to warn, each 1 to 365. Default: `[30, 14, 7, 1]`. */
  readonly expiryWarningDays?: readonly number[];
  /** Bad runs in a row before an incident opens, 1 to 10. Default: 2. */
  readonly failureThreshold?: number;
  /** How long an open incident stays quiet between reminders, `1h` to `30d`. Default: `24h`. */
  readonly remindEvery?: string;
}

/** One request and what a good answer to it looks like. */
export interface ProbeInput {
  /** Unique; 1 to 64 letters, digits, spaces and `._-/`, a letter or digit first. It is a metric dimension and stands in mails. */
  readonly name: string;
  /** `http:` or `https:`, without user name, password and fragment. */
  readonly url: string;
  /** Added to the query of `url`. */
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  /** Default: `GET`. */
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
  /** Sent as they are. A credential does not belong here but in `credentials`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as text; not together with `json`, nor with `GET` and `HEAD`. */
  readonly body?: string;
  /** Sent as JSON with `content-type: application/json`. */
  readonly json?: unknown;
  /** Name of one of `credentials`. */
  readonly credential?: string;
  /** How often it runs, whole minutes from `1m` to `24h`. Default: `5m`. */
  readonly every?: string;
  /** How long one run may take, `100ms` to `25s`, at most `every`. Default: `10s`. */
  readonly timeout?: string;
  /** Redirects to follow, 0 to 10; 0 takes a redirect as the answer. Default: 5. */
  readonly maxRedirects?: number;
  /** Lets this probe call private and loopback addresses. Default: that of the whole configuration. */
  readonly allowPrivateNetwork?: boolean;
  readonly expect?: ExpectationInput;
}

/** What a good answer looks like. Patterns are RE2 and may match anywhere: anchor them with `^` and `$`. */
export interface ExpectationInput {
  /** A status code, a class such as `2xx`, or a list of them. Default: `2xx`. */
  readonly status?: number | string | readonly (number | string)[];
  /** Slowest good answer in milliseconds, 1 to the probe's timeout. */
  readonly maxDurationMs?: number;
  /** Header name → pattern that its value matches. */
  readonly headers?: Readonly<Record<string, string>>;
  /** One assertion on the JSON body, or up to 20. */
  readonly json?: JsonExpectationInput | readonly JsonExpectationInput[];
  /** Pattern that the body matches. */
  readonly body?: string;
}

/** An assertion on what a JSONPath selects: exactly one of `equals`, `exists` and `matches`. */
export interface JsonExpectationInput {
  /** RFC 9535, such as `$.items[0].id`. */
  readonly path: string;
  /** At least one value is selected, and all equal this. */
  readonly equals?: unknown;
  /** Whether anything is selected. */
  readonly exists?: boolean;
  /** Pattern that all selected texts, numbers and booleans match, at least one. */
  readonly matches?: string;
}

/** Returns its argument: gives a configuration in TypeScript its type, so that an editor completes and checks it. */
export function defineConfig(config: ConfigInput): ConfigInput {
  return config;
}
