import type { X509Certificate } from 'node:crypto';
import { isIP, type Socket } from 'node:net';
import {
  connect as connectTls,
  createSecureContext,
  getCACertificates,
  type SecureContext,
  type TLSSocket,
} from 'node:tls';
import type { ClientCertificate } from '../credentials/authorisation.ts';
import { escapeInvisible } from '../redaction/invisible.ts';

export interface TlsSettings {
  /** PEM of authorities to trust beside those that Node trusts. */
  readonly ca?: string;
  /** What to present when the server asks for it. */
  readonly clientCertificate?: ClientCertificate;
}

/** The certificate is not one to talk to; `code` is OpenSSL's or Node's own. */
export class CertificateError extends Error {
  override readonly name = 'CertificateError' as const;
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Does the TLS handshake on a connected socket and verifies the certificate for the host. Rejects with a
 * `CertificateError`, or with the handshake's own error.
 */
export function secure(
  socket: Socket,
  hostname: string,
  settings: TlsSettings,
  signal: AbortSignal,
): Promise<{ readonly socket: TLSSocket; readonly certificateExpiresAt: number }> {
  return new Promise((resolve, reject) => {
    // Node destroys the socket of a bad certificate before anybody can read what is bad about it. So it is told to let
    // the handshake end, and the verdict is applied here, before anything is sent.
    const secured = connectTls({
      socket,
      host: hostname,
      ...(isIP(hostname) === 0 && { servername: hostname }),
      ...contextOf(settings),
      ALPNProtocols: ['http/1.1'],
      rejectUnauthorized: false,
    });
    const abort = () => secured.destroy(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    const end = () => signal.removeEventListener('abort', abort);
    secured.on('error', (error) => {
      end();
      reject(error);
    });
    secured.once('secureConnect', () => {
      end();
      const certificate = secured.getPeerX509Certificate();
      if (secured.authorized && certificate !== undefined) {
        resolve({ socket: secured, certificateExpiresAt: endOf(certificate) });
      } else {
        const code = String(secured.authorizationError ?? 'UNABLE_TO_GET_ISSUER_CERT');
        secured.destroy(new CertificateError(code, certificateProblem(code, hostname, certificate)));
      }
    });
  });
}

/** Made once for each: reading all of Node's authorities takes longer than a handshake. The oldest go. */
const contexts = new Map<string, SecureContext>();
const MAX_CONTEXTS = 100;

function contextOf({ ca, clientCertificate }: TlsSettings): { readonly secureContext?: SecureContext } {
  if (ca === undefined && clientCertificate === undefined) return {};
  const name = JSON.stringify([ca, clientCertificate]);
  const known = contexts.get(name);
  if (known !== undefined) return { secureContext: known };
  const secureContext = createSecureContext({
    ...(ca !== undefined && { ca: [...getCACertificates('default'), ca] }),
    ...(clientCertificate && { cert: clientCertificate.certificate, key: clientCertificate.privateKey }),
    ...(clientCertificate?.passphrase !== undefined && { passphrase: clientCertificate.passphrase }),
  });
  for (const oldest of [...contexts.keys()].slice(0, Math.max(0, contexts.size + 1 - MAX_CONTEXTS)))
    contexts.delete(oldest);
  contexts.set(name, secureContext);
  return { secureContext };
}

/** End of the validity, epoch seconds. */
function endOf(certificate: X509Certificate): number {
  return Math.floor(certificate.validToDate.getTime() / 1000);
}

function certificateProblem(code: string, hostname: string, certificate: X509Certificate | undefined): string {
  switch (code) {
    case 'CERT_HAS_EXPIRED':
      return `the certificate, or one that it rests on, expired: ${hostname}'s was valid until ${day(certificate?.validToDate)}`;
    case 'CERT_NOT_YET_VALID':
      return `the certificate is not valid before ${day(certificate?.validFromDate)}`;
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return 'the certificate is self-signed';
    case 'SELF_SIGNED_CERT_IN_CHAIN':
      return 'the certificate rests on a self-signed authority that is not trusted';
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return `the certificate is for ${namesOf(certificate)}, not for ${hostname}`;
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return 'the certificate is from an unknown issuer, or the server leaves out an intermediate certificate';
    case 'CERT_REVOKED':
      return 'the certificate is revoked';
    default:
      return 'the certificate cannot be verified';
  }
}

function day(date: Date | undefined): string {
  return date?.toISOString().slice(0, 10) ?? 'an unknown day';
}

function namesOf(certificate: X509Certificate | undefined): string {
  const names = (certificate?.subjectAltName ?? '').split(', ').map((name) => name.replace(/^[^:]*:/, ''));
  const shown = escapeInvisible(names.slice(0, 5).join(', ').slice(0, 200));
  if (shown === '') return 'no host name';
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
