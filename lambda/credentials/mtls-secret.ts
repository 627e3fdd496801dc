import type { CredentialProblem } from './authorisation.ts';
import { privateKeyIn } from './pem.ts';
import { jsonFields, listed } from './secret-json.ts';

/** A certificate and its key as a secret holds them, both PEM. */
export interface MtlsSecret {
  /** The certificate, and perhaps its chain. */
  readonly certificate: string;
  readonly privateKey: string;
  readonly passphrase?: string;
}

const CERTIFICATE_FIELDS = ['certificate', 'cert', 'tls.crt', 'Certificate'];
const CHAIN_FIELDS = ['certificateChain', 'chain', 'CertificateChain'];
const KEY_FIELDS = ['privateKey', 'key', 'tls.key', 'PrivateKey'];

/**
 * Reads `{"certificate","privateKey","passphrase"?}`, the names of a Kubernetes TLS secret and of AWS Certificate
 * Manager's export among them, or one PEM text with both.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/secret/#tls-secrets
 * @see https://docs.aws.amazon.com/acm/latest/APIReference/API_ExportCertificate.html#API_ExportCertificate_ResponseSyntax
 */
export function readMtlsSecret(secret: string): MtlsSecret | CredentialProblem {
  const fields = jsonFields(secret);
  if (fields === undefined) return fromPem(secret, secret);
  const text = (names: readonly string[]) =>
    names.map((name) => ownField(fields, name)).find((value): value is string => typeof value === 'string');
  const certificate = text(CERTIFICATE_FIELDS);
  const privateKey = text(KEY_FIELDS);
  if (certificate === undefined || privateKey === undefined) {
    return {
      problem: `the secret has ${listed(Object.keys(fields))}, and not both "certificate" and "privateKey" as strings`,
    };
  }
  const chain = text(CHAIN_FIELDS) ?? '';
  const passphrase = text(['passphrase']);
  const parts = fromPem(lines(`${certificate}\n${chain}`), lines(privateKey));
  return 'problem' in parts || passphrase === undefined ? parts : { ...parts, passphrase };
}

function ownField(fields: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** PEM that was put into JSON by hand often has its line breaks escaped once more. */
function lines(pem: string): string {
  return pem.replace(/(?:\\r)?\\n/g, '\n');
}

function fromPem(certificate: string, keyText: string): MtlsSecret | CredentialProblem {
  const privateKey = privateKeyIn(keyText);
  return privateKey === undefined
    ? { problem: 'there is no private key in PEM ("-----BEGIN PRIVATE KEY-----") in it' }
    : { certificate, privateKey };
}
