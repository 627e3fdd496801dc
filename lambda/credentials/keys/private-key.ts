import { createHash, createPrivateKey, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { isRecord } from '../../config/plain.ts';
import type { CredentialProblem } from '../authorisation.ts';
import { jsonFields } from '../secret-json.ts';

/** A private key that signs assertions. */
export interface SigningKey {
  readonly key: KeyObject;
  /** @see https://www.rfc-editor.org/rfc/rfc7518#section-3.1 */
  readonly alg: string;
  readonly kid?: string;
  /** Of the certificate that came with it, by which Entra finds the key. @see https://learn.microsoft.com/entra/identity-platform/certificate-credentials */
  readonly thumbprints?: { readonly x5t: string; readonly 'x5t#S256': string };
  /** Every form of it that must be redacted. */
  readonly secrets: readonly string[];
}

export interface KeyHints {
  readonly passphrase?: string | undefined;
  readonly kid?: string | undefined;
}

/** Whether a text is meant to be a private key: PEM, or a JSON Web Key. */
export function looksLikeKey(text: string): boolean {
  return PEM_KEY.test(text) || typeof jsonFields(text)?.kty === 'string';
}

const PEM_KEY = /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/;
const PEM_BLOCK = /-----BEGIN ([A-Z ]+)-----([\s\S]*?)-----END \1-----/g;

/** jose and most servers refuse anything shorter. @see https://www.rfc-editor.org/rfc/rfc7518#section-3.3 */
const SHORTEST_RSA_BITS = 2_048;

/**
 * Reads a private key: PEM in PKCS #8, PKCS #1 or SEC 1, also encrypted, also with its line breaks lost on the way into
 * the store, also with its certificate beside it; or a JSON Web Key.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7468
 * @see https://www.rfc-editor.org/rfc/rfc7517
 */
export function readPrivateKey(text: string, hints: KeyHints = {}): SigningKey | CredentialProblem {
  return PEM_KEY.test(text) ? fromPem(text, hints) : fromJwk(text, hints);
}

function fromPem(text: string, { passphrase, kid }: KeyHints): SigningKey | CredentialProblem {
  const blocks = [...text.replaceAll(/\\r?\\n|\\n/g, '\n').matchAll(PEM_BLOCK)].map(
    ([block, label = '', body = '']) => ({
      label,
      // A block with header lines is of the old encrypted form, whose line breaks count.
      pem: body.includes(':') ? block : pemOf(label, body),
      body: body.replaceAll(/\s+/g, ''),
    }),
  );
  const block = blocks.find(({ label }) => label.endsWith('PRIVATE KEY'));
  if (block === undefined) return { problem: 'the private key has no end: store the whole PEM again' };
  const key = parsed(() => createPrivateKey({ key: block.pem, ...(passphrase !== undefined && { passphrase }) }));
  if (key === undefined) {
    const encrypted = /ENCRYPTED/.test(block.pem);
    return {
      problem: encrypted
        ? `the private key is encrypted and ${passphrase === undefined ? 'there is no passphrase with it' : 'its passphrase does not open it'}`
        : 'the private key cannot be read: store it again as PEM (PKCS #8, PKCS #1 or SEC 1)',
    };
  }
  const certificate = blocks.find(({ label }) => label === 'CERTIFICATE');
  return signingKey(key, { kid, certificate: certificate?.pem, secrets: [text.trim(), block.pem, block.body] });
}

function pemOf(label: string, body: string): string {
  const lines = body.replaceAll(/\s+/g, '').match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

function fromJwk(text: string, hints: KeyHints): SigningKey | CredentialProblem {
  const fields = jsonFields(text);
  if (!isRecord(fields) || typeof fields.kty !== 'string') {
    return { problem: 'the private key is neither PEM nor a JSON Web Key' };
  }
  if (typeof fields.d !== 'string')
    return { problem: 'the JSON Web Key is a public one: store the private one (with "d")' };
  const key = parsed(() => createPrivateKey({ key: { ...fields }, format: 'jwk' }));
  if (key === undefined)
    return { problem: `the JSON Web Key cannot be read: its kty is ${JSON.stringify(fields.kty.slice(0, 20))}` };
  const { kid, alg } = fields;
  const parts = ['d', 'p', 'q', 'dp', 'dq', 'qi'].flatMap((name) =>
    typeof fields[name] === 'string' ? [fields[name]] : [],
  );
  return signingKey(key, {
    kid: hints.kid ?? (typeof kid === 'string' ? kid : undefined),
    alg: typeof alg === 'string' ? alg : undefined,
    secrets: [text.trim(), ...parts],
  });
}

interface KeyFacts {
  readonly kid?: string | undefined;
  /** What the key says it is for. */
  readonly alg?: string | undefined;
  readonly certificate?: string | undefined;
  readonly secrets: readonly string[];
}

function signingKey(key: KeyObject, { kid, alg, certificate, secrets }: KeyFacts): SigningKey | CredentialProblem {
  const possible = algorithmsOf(key);
  if (possible.length === 0) {
    return {
      problem: `the private key is of type ${key.asymmetricKeyType}, which signs no tokens: use RSA, EC or Ed25519`,
    };
  }
  const { modulusLength } = key.asymmetricKeyDetails ?? {};
  if (modulusLength !== undefined && modulusLength < SHORTEST_RSA_BITS) {
    return { problem: `the RSA key has ${modulusLength} bits: at least ${SHORTEST_RSA_BITS} are needed` };
  }
  // A key whose numbers do not fit together is only found out by using it.
  const digest = key.asymmetricKeyType === 'ed25519' ? undefined : 'sha256';
  if (parsed(() => sign(digest, Buffer.from('a trial'), key)) === undefined) {
    return { problem: 'the private key signs nothing: its parts do not belong together, store it again' };
  }
  const thumbprints = certificate === undefined ? undefined : thumbprintsOf(certificate);
  return {
    key,
    alg: possible.find((one) => one === alg) ?? possible[0] ?? 'RS256',
    ...(kid !== undefined && { kid }),
    ...(thumbprints && { thumbprints }),
    secrets,
  };
}

/** The algorithms that a key can sign with, the usual one first. */
function algorithmsOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): readonly string[] {
  switch (asymmetricKeyType) {
    case 'rsa':
      return ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'];
    case 'rsa-pss':
      return ['PS256', 'PS384', 'PS512'];
    case 'ec':
      return EC_ALGORITHMS[asymmetricKeyDetails?.namedCurve ?? ''] ?? [];
    case 'ed25519':
      return ['EdDSA', 'Ed25519'];
    default:
      return [];
  }
}

const EC_ALGORITHMS: Readonly<Record<string, readonly string[]>> = {
  prime256v1: ['ES256'],
  secp384r1: ['ES384'],
  secp521r1: ['ES512'],
};

function thumbprintsOf(pem: string): SigningKey['thumbprints'] | undefined {
  const der = parsed(() => new X509Certificate(pem).raw);
  if (der === undefined) return undefined;
  const digest = (algorithm: string) => createHash(algorithm).update(der).digest('base64url');
  return { x5t: digest('sha1'), 'x5t#S256': digest('sha256') };
}

/** OpenSSL's messages say nothing that a person could use, and could quote what they read. */
function parsed<Value>(parse: () => Value): Value | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}
