import { createPrivateKey, type KeyObject } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import type { GrantReading } from '../grants/reading.ts';
import type { Authorisation, CredentialProblem } from './authorisation.ts';
import { certificateLife } from './certificate-life.ts';
import { readMtlsSecret } from './mtls-secret.ts';
import { certificatesIn } from './pem.ts';

/** A client certificate for the TLS handshake, with what it says of its own end. No problem shows any of the secret. */
export function authoriseMtls(secret: string): Authorisation | CredentialProblem {
  const parts = readMtlsSecret(secret);
  if ('problem' in parts) return parts;
  const certificates = certificatesIn(parts.certificate);
  if ('problem' in certificates) return certificates;
  const { privateKey, passphrase } = parts;
  const key = keyOf(privateKey, passphrase);
  if ('problem' in key) return key;
  const leaf = certificates.find((one) => one.checkPrivateKey(key.key));
  if (leaf === undefined) {
    return { problem: 'the private key does not belong to the certificate: store the two that were made together' };
  }
  const others = certificates.filter((one) => one !== leaf);
  const certificate = [leaf, ...others].map(String).join('');
  const clientCertificate = { certificate, privateKey, ...(passphrase !== undefined && { passphrase }) };
  const unusable = contextProblem(clientCertificate);
  if (unusable !== undefined) return unusable;
  const grant: GrantReading = certificateLife(leaf, others);
  return {
    headers: {},
    query: {},
    secrets: [privateKey, ...(passphrase === undefined ? [] : [passphrase])],
    clientCertificate,
    grant,
  };
}

function keyOf(pem: string, passphrase: string | undefined): { readonly key: KeyObject } | CredentialProblem {
  try {
    return { key: createPrivateKey({ key: pem, ...(passphrase !== undefined && { passphrase }) }) };
  } catch (error) {
    const isEncrypted = /-----BEGIN ENCRYPTED |^Proc-Type: 4,ENCRYPTED/m.test(pem);
    if (!isEncrypted) return { problem: 'the private key cannot be read: store it again, as it is in its PEM file' };
    if (passphrase === undefined) {
      return { problem: 'the private key is encrypted: store its passphrase beside it, or store it decrypted' };
    }
    const isOld = codeOf(error) === 'ERR_OSSL_EVP_UNSUPPORTED';
    return {
      problem: isOld
        ? 'the private key is encrypted in a way that is no longer supported: encrypt it anew, or store it decrypted'
        : 'the passphrase does not open the private key',
    };
  }
}

/** What OpenSSL itself does not take, such as a key that is too short. */
function contextProblem(pair: {
  readonly certificate: string;
  readonly privateKey: string;
  readonly passphrase?: string;
}): CredentialProblem | undefined {
  try {
    createSecureContext({ cert: pair.certificate, key: pair.privateKey, passphrase: pair.passphrase });
    return undefined;
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return { problem: `the certificate cannot be used for TLS: ${WEAK[code] ?? `OpenSSL refuses it (${code})`}` };
  }
}

const WEAK: Readonly<Record<string, string>> = {
  ERR_SSL_EE_KEY_TOO_SMALL: 'its key is too short to be safe',
  ERR_SSL_CA_KEY_TOO_SMALL: 'the key of an authority in its chain is too short to be safe',
  ERR_SSL_CA_MD_TOO_WEAK: 'it is signed with a hash that is no longer safe',
};

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
