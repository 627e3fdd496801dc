import { X509Certificate } from 'node:crypto';
import type { CredentialProblem } from './authorisation.ts';

/** Certificates of one credential: a chain has two or three. */
const MAX_CERTIFICATES = 20;

const CERTIFICATE = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]*-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;
const PRIVATE_KEY = /-----BEGIN ((?:[A-Z0-9]+ )?PRIVATE KEY)-----[\s\S]*?-----END \1-----/;

/** Every certificate of a PEM text, in its order; at least one. */
export function certificatesIn(pem: string): readonly X509Certificate[] | CredentialProblem {
  const blocks = pem.match(CERTIFICATE) ?? [];
  if (blocks.length === 0) return { problem: 'there is no certificate in PEM ("-----BEGIN CERTIFICATE-----") in it' };
  if (blocks.length > MAX_CERTIFICATES) {
    return { problem: `there are ${blocks.length} certificates in it, at most ${MAX_CERTIFICATES} are a chain` };
  }
  try {
    return blocks.map((block) => new X509Certificate(block));
  } catch {
    return { problem: 'a certificate in it cannot be read: store it again, as it is in its PEM file' };
  }
}

/** The private key of a PEM text, from its first line to its last. */
export function privateKeyIn(pem: string): string | undefined {
  return PRIVATE_KEY.exec(pem)?.[0];
}
