import type { CertificateAlert } from '../request/observation.ts';
import { CAUSES } from './causes.ts';
import type { Diagnosis } from './diagnosis.ts';
import { isoTime } from './reading/times.ts';
import { remedyOf } from './remedies.ts';

/**
 * Why a server ended TLS over a client certificate, where its alert says it: expired or revoked. The other alerts speak
 * of what the server knows as much as of the certificate, and blame nobody.
 *
 * @param expiresAt the certificate's own end, epoch seconds
 * @param at when the server said so, epoch milliseconds
 * @see https://www.rfc-editor.org/rfc/rfc8446#section-6.2
 */
export function certificateRefused(
  alert: CertificateAlert,
  expiresAt: number | undefined,
  at: number,
): Diagnosis | undefined {
  const cause = CAUSE[alert];
  if (cause === undefined) return undefined;
  const ownEnd = cause === 'credential-expired' ? expiresAt : undefined;
  const hasEnded = ownEnd !== undefined && ownEnd * 1_000 <= at;
  const details = hasEnded ? { expiredAt: ownEnd } : {};
  const end = ownEnd === undefined ? [] : [{ where: 'certificate notAfter', what: isoTime(ownEnd) }];
  return {
    cause,
    family: CAUSES[cause],
    // An authority above it may have ended, or the server's clock be wrong.
    confidence: cause === 'credential-expired' && !hasEnded ? 'likely' : 'certain',
    evidence: [{ where: 'TLS alert', what: alert }, ...end],
    details,
    remedy: remedyOf(cause, details),
  };
}

const CAUSE: Partial<Record<CertificateAlert, 'credential-expired' | 'credential-revoked'>> = {
  certificate_expired: 'credential-expired',
  certificate_revoked: 'credential-revoked',
};
