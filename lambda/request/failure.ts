import { AddressRefusedError } from './connect.ts';
import { CERTIFICATE_ALERTS, type CertificateAlert, type TransportFailure } from './observation.ts';
import type { Progress } from './progress.ts';
import { CertificateError } from './tls.ts';

/** What a target does beyond the bounds that this client sets, such as redirecting without end. */
export class TargetError extends Error {
  override readonly name = 'TargetError' as const;
  readonly kind: 'protocol' | 'redirects';

  constructor(kind: 'protocol' | 'redirects', message: string) {
    super(message);
    this.kind = kind;
  }
}

/**
 * Names what stopped a request. An error that no target can cause is thrown on: it is this program's own fault.
 */
export function transportFailure(error: unknown, progress: Progress): TransportFailure {
  const { host, phase, signal, timeoutMs } = progress;
  if (signal.aborted) {
    return { kind: 'timeout', phase, message: `${host} did not answer within ${timeoutMs} ms: ${WAITING[phase]}` };
  }
  if (!(error instanceof Error)) throw error;
  if (error instanceof AddressRefusedError) {
    return { kind: 'address-refused', phase, message: `${host} is not called: ${error.message}` };
  }
  if (error instanceof TargetError) return { kind: error.kind, phase, message: `${host} ${error.message}` };
  const code = codeOf(error);
  if (code === undefined) throw error;
  if (error instanceof CertificateError) return { kind: 'tls', phase, code, message: `${host}: ${error.message}` };
  const known = describe(code, error, phase);
  if (known === undefined) throw error;
  const alert = known.kind === 'tls' ? certificateAlert(code, error) : undefined;
  const what = alert === undefined ? known.what : ALERTS[alert];
  return { kind: known.kind, phase, code, ...(alert && { alert }), message: `${host} ${what} (${code})` };
}

function codeOf(error: Error): string | undefined {
  if ('code' in error && typeof error.code === 'string') return error.code;
  // undici leaves out the code of the most common one: an answer that is not HTTP at all.
  return error.name === 'HTTPParserError' ? 'HPE_INVALID' : undefined;
}

const WAITING: Readonly<Record<TransportFailure['phase'], string>> = {
  dns: 'its name was not resolved',
  connect: 'no connection was accepted',
  tls: 'the TLS handshake did not end',
  'first-byte': 'it accepted the request and sent no answer',
  body: 'the answer began and did not end',
};

interface Description {
  readonly kind: TransportFailure['kind'];
  /** Continues a sentence that begins with the host. */
  readonly what: string;
}

function describe(code: string, error: Error, phase: TransportFailure['phase']): Description | undefined {
  if (phase === 'dns') return { kind: 'dns', what: DNS[code] ?? 'could not be resolved' };
  if (code === 'UND_ERR_SOCKET') return closedOrBroken(error, phase);
  if (/^ERR_(?:SSL|TLS|OSSL)_|^EPROTO$/.test(code)) return { kind: 'tls', what: tlsProblem(code, error) };
  if (/^HPE_/.test(code)) return { kind: 'protocol', what: 'sent something that is not HTTP/1.1' };
  const known = CODES[code];
  if (known !== undefined) return known;
  // Any other code of the operating system says that the network did not carry the request.
  return /^E[A-Z0-9]+$/.test(code) ? { kind: 'unreachable', what: 'could not be reached' } : undefined;
}

/** undici has one code for a server that hangs up and for one that answers out of turn. */
function closedOrBroken(error: Error, phase: TransportFailure['phase']): Description {
  return /closed/.test(error.message)
    ? {
        kind: 'connection-reset',
        what: `closed the connection ${phase === 'body' ? 'before the answer was complete' : 'without an answer'}`,
      }
    : { kind: 'protocol', what: `answered out of turn: ${error.message}` };
}

function tlsProblem(code: string, error: Error): string {
  const all = `${code} ${error.message}`.toUpperCase();
  const known = TLS_WORDS.find(([sign]) => sign.test(all));
  return known === undefined ? 'broke off the TLS handshake' : known[1];
}

const TLS_WORDS: readonly (readonly [RegExp, string])[] = [
  [/PROTOCOL[_ ]VERSION|UNSUPPORTED[_ ]PROTOCOL/, 'offers no TLS version that is still safe'],
  [/WRONG[_ ]VERSION[_ ]NUMBER|PACKET[_ ]LENGTH|HTTP[_ ]REQUEST/, 'does not speak TLS on this port'],
  [/UNRECOGNIZED[_ ]NAME/, 'does not know this host name in TLS'],
  [/HANDSHAKE[_ ]FAILURE/, 'refused the TLS handshake: no cipher in common, or it wants a client certificate'],
];

/**
 * The alert that a server sent about the client's certificate: OpenSSL names it in the error's code, as in
 * `ERR_SSL_TLSV1_ALERT_UNKNOWN_CA`. With TLS 1.3 it comes when the client takes the handshake for done.
 */
function certificateAlert(code: string, error: Error): CertificateAlert | undefined {
  const named = /ALERT[_ ](.+)$/.exec(code) ?? /\balert ([a-z ]+)/i.exec(error.message);
  const name = named?.[1]?.trim().replaceAll(' ', '_').toLowerCase();
  return CERTIFICATE_ALERTS.find((alert) => alert === name);
}

const ALERTS: Readonly<Record<CertificateAlert, string>> = {
  bad_certificate: 'refuses the client certificate: it finds it broken, or cannot verify it',
  unsupported_certificate: 'refuses the client certificate: it does not take certificates of its type or purpose',
  certificate_revoked: 'refuses the client certificate: it says that it is revoked',
  certificate_expired: 'refuses the client certificate: it says that it, or one that it rests on, has expired',
  certificate_unknown: 'refuses the client certificate, and does not say why',
  unknown_ca: 'refuses the client certificate: it does not know the authority that issued it, or misses one between',
  certificate_required: 'asks for a client certificate, and got none that it takes',
};

const DNS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'has no address in DNS',
  ENODATA: 'has no address in DNS',
  EAI_AGAIN: 'could not be resolved: the name server did not answer',
};

const RESET: Description = { kind: 'connection-reset', what: 'broke off the connection' };

const CODES: Readonly<Record<string, Description>> = {
  ECONNREFUSED: { kind: 'connection-refused', what: 'refused the connection' },
  ECONNRESET: RESET,
  ECONNABORTED: RESET,
  EPIPE: RESET,
  ERR_STREAM_PREMATURE_CLOSE: RESET,
  ETIMEDOUT: { kind: 'timeout', what: 'did not accept the connection' },
  UND_ERR_HEADERS_OVERFLOW: { kind: 'protocol', what: 'sent more than 32 KiB of headers' },
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: { kind: 'protocol', what: 'sent another length than its content-length' },
  // undici's own assertions about an answer, and nobody else's: nothing here asserts.
  ERR_ASSERTION: { kind: 'protocol', what: 'sent an answer that cannot be read' },
  UND_ERR_RESPONSE: { kind: 'protocol', what: 'sent an answer that cannot be read' },
};
