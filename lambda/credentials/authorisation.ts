import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { GrantReading } from '../grants/reading.ts';

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
  /** Signs one request. Called for every hop that stays at home. */
  readonly sign?: (request: RequestToSign) => Promise<SignedRequest>;
  /** What the TLS handshake presents, PEM. */
  readonly clientCertificate?: ClientCertificate;
  /** What making it told of the credential: the life of a minted token, the end of a certificate. */
  readonly grant?: GrantReading;
  /** What minting told of what is stored: the end of a refresh token. */
  readonly secretGrant?: GrantReading;
}

/** What making it told. */
export function madeOf({ grant, secretGrant }: Authorisation): readonly GrantReading[] {
  return [grant, secretGrant].filter((reading) => reading !== undefined);
}

export interface RequestToSign {
  readonly method: string;
  readonly url: URL;
  /** Lower-case names: all that is to be sent. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For whom it is signed, where that is not whom the credential is configured for. */
  readonly signedFor?: SigningScope;
}

/** The service and the region that an AWS signature is good for. */
export interface SigningScope {
  readonly service: string;
  readonly region: string;
}

export interface SignedRequest {
  /** Lower-case names: what to send in place of the headers that were given. */
  readonly headers: Readonly<Record<string, string>>;
  /** What only this request carries and must be redacted: its signature. */
  readonly secrets: readonly string[];
}

export interface ClientCertificate {
  readonly certificate: string;
  readonly privateKey: string;
  readonly passphrase?: string;
}

/** Why a credential cannot be used, for people, without any of its secret. */
export interface CredentialProblem {
  readonly problem: string;
  /**
   * Which part is at fault. `secret` (default): what is stored is missing or malformed. `token`: no token could be
   * had, because nobody answered or what was answered is none; it says nothing of the credential's life.
   */
  readonly at?: 'secret' | 'token';
  /** The token endpoint refused, and why: that is the credential's fault. */
  readonly refusal?: MintRefusal;
}

export interface MintRefusal {
  readonly diagnosis: Diagnosis;
  /** Of the token endpoint, without its query. */
  readonly url: string;
  readonly status: number;
}
