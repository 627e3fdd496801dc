import type { CredentialConfig } from '../config/types.ts';
import type { GrantReading } from './reading.ts';

/** The end that the configuration declares, for what no provider tells. */
export function declaredExpiry({ expiresAt }: CredentialConfig): GrantReading | undefined {
  if (expiresAt === undefined) return undefined;
  const what = new Date(expiresAt * 1_000).toISOString().replace('.000Z', 'Z');
  return { source: 'declared', expiresAt: { value: expiresAt, evidence: { where: 'configured expiresAt', what } } };
}

/** How long after a new end was declared a new value of the secret may be what it was declared for. */
const SAME_CHANGE_MS = 24 * 60 * 60 * 1_000;

/**
 * The credential without its declared end, when that was declared for another version of its secret: whoever stored a
 * new value gave it another life. What is stored within a day of the declaration is the value that it was made for.
 *
 * @param now epoch milliseconds
 */
export function withoutStaleExpiry(
  credential: CredentialConfig,
  declared: { readonly expiresAt: number; readonly secretVersion: string; readonly since?: number } | undefined,
  secretVersion: string | undefined,
  now: number,
): CredentialConfig {
  // Its versions are those that the monitor itself writes.
  if (credential.kind === 'oauth2-refresh-token' && credential.rotates) return credential;
  const { expiresAt, ...others } = credential;
  if (expiresAt === undefined || declared?.expiresAt !== expiresAt) return credential;
  const isOfThis = declared.secretVersion === secretVersion || now - (declared.since ?? 0) < SAME_CHANGE_MS;
  return isOfThis ? credential : others;
}
