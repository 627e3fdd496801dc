import type { Cause, Family } from './causes.ts';

/** How sure: `certain` is meant to be right 99 times of 100, `likely` 90. */
export const CONFIDENCES = ['certain', 'likely', 'possible'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** One thing in the response that points to the cause. */
export interface Evidence {
  /** Such as `status`, `header www-authenticate`, `body error.code`, `credential`, `clock`. */
  readonly where: string;
  /** Quoted, shortened, on one line. */
  readonly what: string;
}

/** What the response states beyond its cause. Times are epoch seconds. */
export interface Details {
  /** What is required and not shown as granted; all of them where the response says "any of". */
  readonly missingScopes?: readonly string[];
  readonly grantedScopes?: readonly string[];
  readonly retryAfterSeconds?: number;
  readonly resetAt?: number;
  readonly expiredAt?: number;
  /** Whose API or edge answered, such as `github` or `cloudflare`. */
  readonly provider?: string;
  /** What the provider's support would ask for. */
  readonly requestId?: string;
  /** The caller's address as the server saw it. */
  readonly address?: string;
  /** The documentation link that the response gave. */
  readonly documentation?: string;
}

/** Why a call was refused, and how that is known. */
export interface Diagnosis {
  readonly cause: Cause;
  readonly family: Family;
  readonly confidence: Confidence;
  /** Never empty: an `unknown` says what there was to read. */
  readonly evidence: readonly Evidence[];
  readonly details: Details;
  /** The next step, for a person. */
  readonly remedy: string;
}

/** A refused exchange as `diagnose` reads it; also the shape of a line of `explain --ndjson`. */
export interface Refusal {
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string | readonly string[]>>;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string | readonly string[]>>;
    readonly body: string;
  };
}

/** What is known beside the response. Each field sharpens the answer; none is needed. */
export interface DiagnosisContext {
  /** Whether a credential went with the call; guessed from the request's headers when absent. */
  readonly credentialSent?: boolean;
  /** When the credential ends, by its own claims or the provider's last word; epoch seconds. Default: a sent JWT's. */
  readonly credentialExpiresAt?: number;
  /** The provider named in the configuration. */
  readonly provider?: string;
  /** Scopes that the credential is meant to have: where any of several would do, these are the missing ones. */
  readonly wantedScopes?: readonly string[];
  /** When the same call with the same credential last succeeded; epoch milliseconds. */
  readonly succeededAt?: number;
  /** Epoch milliseconds; default: the response's `Date`, so that the function stays pure. */
  readonly now?: number;
}
