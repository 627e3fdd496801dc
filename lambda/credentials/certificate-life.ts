import type { X509Certificate } from 'node:crypto';
import { type GrantReading, plausibleTime, quoted, type Stated } from '../grants/reading.ts';

/**
 * What a certificate says of its life: it ends when it does itself, or when the first of the authorities between it and
 * its root does. A root in the chain does not count, for servers trust their own copy of it; nor does a certificate that
 * nothing here rests on.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.5
 */
export function certificateLife(leaf: X509Certificate, others: readonly X509Certificate[]): GrantReading {
  const path = [leaf, ...authorities(leaf, others)];
  const first = path.toSorted((a, b) => endOf(a) - endOf(b))[0] ?? leaf;
  const where = first === leaf ? 'certificate notAfter' : `certificate notAfter of its issuer ${nameOf(first)}`;
  const expiresAt = time(first.validToDate, where);
  const issuedAt = time(leaf.validFromDate, 'certificate notBefore');
  const identity = nameOf(leaf);
  return {
    source: 'claimed',
    ofSecret: true,
    ...(expiresAt && { expiresAt }),
    ...(issuedAt && { issuedAt }),
    ...(identity !== '' && {
      identity: { value: identity, evidence: { where: 'certificate subject', what: identity } },
    }),
  };
}

/** From the leaf's issuer upwards, without the root; of several certificates of one issuer the one that lasts longest. */
function authorities(leaf: X509Certificate, others: readonly X509Certificate[]): readonly X509Certificate[] {
  const path: X509Certificate[] = [];
  let current = leaf;
  for (;;) {
    const issuer = others
      .filter((one) => !path.includes(one) && !isRoot(one) && current.checkIssued(one))
      .toSorted((a, b) => endOf(b) - endOf(a))[0];
    if (issuer === undefined) return path;
    path.push(issuer);
    current = issuer;
  }
}

function isRoot(certificate: X509Certificate): boolean {
  return certificate.subject === certificate.issuer;
}

function endOf({ validToDate }: X509Certificate): number {
  return validToDate.getTime();
}

function time(date: Date, where: string): Stated<number> | undefined {
  const value = plausibleTime(date.getTime() / 1_000);
  if (value === undefined) return undefined;
  return { value, evidence: { where, what: date.toISOString().replace('.000Z', 'Z') } };
}

/** The common name, else the first alternative name, else all of the subject. */
function nameOf({ subject, subjectAltName }: X509Certificate): string {
  const lines = (subject ?? '').split('\n');
  const commonName = lines.find((line) => line.startsWith('CN='))?.slice('CN='.length);
  const alternative = (subjectAltName ?? '').split(', ')[0]?.replace(/^[^:]*:/, '');
  return quoted(commonName || alternative || lines.join(', '));
}
