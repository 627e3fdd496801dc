import type { IntrospectionInput } from './base-input.ts';
import type { CredentialInput } from './input.ts';
import { REGISTERED_CLAIMS, RESERVED_PARAMETERS } from './reserved-names.ts';

type KeyOf<Union> = Union extends unknown ? keyof Union : never;

const OF_SOME_KIND = {
  kind: true,
  provider: true,
  secret: true,
  scopes: true,
  kmsKey: true,
  scheme: true,
  username: true,
  in: true,
  name: true,
  every: true,
  expiresAt: true,
  apiUrl: true,
  introspection: true,
  issuer: true,
  allowPrivateNetwork: true,
  tokenUrl: true,
  clientId: true,
  clientAuth: true,
  parameters: true,
  audience: true,
  resource: true,
  rotates: true,
  assertionIssuer: true,
  subject: true,
  claims: true,
  appId: true,
  installationId: true,
  region: true,
  service: true,
  roleArn: true,
  externalId: true,
} satisfies Record<KeyOf<CredentialInput>, true>;

/** Every key that a credential of some kind has. */
export const CREDENTIAL_KEYS: readonly string[] = Object.keys(OF_SOME_KIND);

const INTROSPECTION_KEYS = { url: true, credential: true } satisfies Record<keyof IntrospectionInput, true>;

/** Keys below which people put a secret's value when they take the configuration for its place. */
const SECRET_KEYS: readonly string[] = [
  'clientSecret',
  'client_secret',
  'refreshToken',
  'refresh_token',
  'accessToken',
  'access_token',
  'accessKeyId',
  'secretAccessKey',
  'sessionToken',
  'privateKey',
  'private_key',
  'passphrase',
  'password',
  'apiKey',
  'api_key',
  'token',
];

/** Whether a key is a place for what belongs in a secret. */
export function isSecretKey(key: string): boolean {
  return SECRET_KEYS.includes(key);
}

const KNOWN_KEYS: ReadonlySet<string> = new Set([
  ...CREDENTIAL_KEYS,
  ...Object.keys({ ...INTROSPECTION_KEYS, ...RESERVED_PARAMETERS, ...REGISTERED_CLAIMS }),
  ...SECRET_KEYS,
]);

/** Whether a key below a credential is a word that everybody knows: of any other a message cannot tell it from a secret. */
export function isKnownKey(key: string): boolean {
  return KNOWN_KEYS.has(key);
}
