/** Where the time of one request went, in milliseconds; a phase that was not reached is absent. */
export interface Phases {
  readonly dnsMs?: number;
  readonly connectMs?: number;
  readonly tlsMs?: number;
  readonly firstByteMs?: number;
  readonly totalMs: number;
}

export const TRANSPORT_FAILURES = [
  'dns',
  'address-refused',
  'connection-refused',
  'connection-reset',
  'unreachable',
  'tls',
  'timeout',
  'protocol',
  'redirects',
] as const;

/**
 * What a server says of the client's certificate when it ends the handshake over it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8446#section-6.2
 */
export const CERTIFICATE_ALERTS = [
  'bad_certificate',
  'unsupported_certificate',
  'certificate_revoked',
  'certificate_expired',
  'certificate_unknown',
  'unknown_ca',
  'certificate_required',
] as const;
export type CertificateAlert = (typeof CERTIFICATE_ALERTS)[number];

/** No usable answer came back. */
export interface TransportFailure {
  readonly kind: (typeof TRANSPORT_FAILURES)[number];
  /** The phase in which it happened. */
  readonly phase: 'dns' | 'connect' | 'tls' | 'first-byte' | 'body';
  /** Node's or OpenSSL's own code, such as `ECONNREFUSED` or `CERT_HAS_EXPIRED`. */
  readonly code?: string;
  /** The server ended TLS over the client's certificate, or over its absence. */
  readonly alert?: CertificateAlert;
  /** For people: what happened, with the host and the bound, without the query. */
  readonly message: string;
}

/** An HTTP answer, bounded and redacted. */
export interface ObservedResponse {
  readonly status: number;
  /** Lower-case names; repeated fields joined by `, ` except `set-cookie`, whose values are dropped. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decompressed, decoded and cut at the body bound. */
  readonly body: string;
  /** More body came than was kept, or it ended early. */
  readonly truncated: boolean;
  /** Why the body is not all that the server meant: a broken encoding, a connection that ended early. */
  readonly bodyProblem?: string;
}

export interface ObservedRequest {
  readonly method: string;
  /** The configured URL: a credential that travels in the query is not part of it. */
  readonly url: string;
  /** Lower-case names of what was sent, credentials as `<redacted>`. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether the final hop carried the credential; a redirect to another origin does not. */
  readonly credentialSent: boolean;
}

interface Exchange {
  readonly request: ObservedRequest;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly phases: Phases;
  /** Redacted targets of the redirects that were followed, in order. */
  readonly redirects: readonly string[];
  /** End of the server certificate's validity, epoch seconds; absent without TLS. */
  readonly certificateExpiresAt?: number;
}

/** What came back from one request: a response, or the failure to get one. Every text in it is redacted. */
export type Observation =
  | (Exchange & { readonly response: ObservedResponse; readonly failure?: undefined })
  | (Exchange & { readonly response?: undefined; readonly failure: TransportFailure });
