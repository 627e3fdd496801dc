import type { CredentialConfig } from '../config/types.ts';
import type { SigningScope } from '../credentials/authorisation.ts';
import type { ObservedResponse } from '../request/observation.ts';
import type { GrantReading } from './reading.ts';

/** How one provider's API tells what a credential has. */
export interface GrantProvider {
  /** As in a credential's `provider`. */
  readonly name: string;
  /** Other values of `provider` that mean it. */
  readonly aliases?: readonly string[];
  /** The one kind of credential that it knows. Such a credential is its own at any host, unless it names another. */
  readonly kind?: CredentialConfig['kind'];
  /** Whether a host is this provider's own, for credentials that name none. */
  readonly answersAt: (host: string) => boolean;
  /**
   * Where questions go when the probes go to the provider's own hosts; without a slash at the end. Absent where every
   * customer has a host of its own: then they go where the probes go.
   */
  readonly home?: string;
  /**
   * Where questions go when the probes go to this URL of a host that is not the provider's; `undefined` where nobody is
   * to be asked. Default: its origin.
   */
  readonly baseOf?: (probeUrl: URL, credential: CredentialConfig) => string | undefined;
  /** What any response to a request with the credential says about it. Never throws. */
  readonly read?: (response: ObservedResponse, token: string | undefined) => GrantReading;
  /** What the token says of itself without being a JWT. Never throws. */
  readonly readToken?: (token: string) => GrantReading | undefined;
  /** What to ask the provider about this credential, at most three questions; none where it cannot be asked. Never throws. */
  readonly questions?: (asked: Asked) => readonly Question[];
  /** The shortest time between two askings that the provider bears, milliseconds. Default: any. */
  readonly askEveryMs?: number;
  /**
   * Any response to a probe says when the token ends and which scopes it has: while probes read that, questions are
   * asked only in doubt and of another version of the secret.
   */
  readonly tellsAlways?: boolean;
  /** Scopes that a scope includes. */
  readonly implies: (scope: string) => readonly string[];
}

/** The credential that is asked about. */
export interface Asked {
  /** Where the provider's API is: no slash at the end. */
  readonly base: string;
  /** The credential's value, or what was minted with it, where it is a token. */
  readonly token: string | undefined;
}

/** One request about the credential. It carries the credential like any probe's, and must change nothing. */
export interface Question {
  /** Default: `GET`. */
  readonly method?: 'GET' | 'POST';
  readonly url: string;
  /** Lower-case names. They stand beside the credential's own; the same name here wins. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For whom it is signed, should the credential sign: `RequestInput.signedFor`. Default: what the credential signs for. */
  readonly signedFor?: SigningScope;
  /** What the answer says, whatever its status. Never throws. */
  readonly read: (answer: ObservedResponse) => GrantReading;
  /**
   * Whether a refusal of it says something of the credential's life. False for a question that takes rights of its
   * own, such as listing keys. Default: true.
   */
  readonly tellsLife?: boolean;
}
