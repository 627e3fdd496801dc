import type { CredentialConfig } from '../config/types.ts';
import type { GrantReading } from './reading.ts';

/** The end that the configuration declares, for what no provider tells. */
export function declaredExpiry({ expiresAt }: CredentialConfig): GrantReading | undefined {
  if (expiresAt === undefined) return undefined;
  const what = new Date(expiresAt * 1_000).toISOString().replace('.000Z', 'Z');
  return { source: 'declared', expiresAt: { value: expiresAt, evidence: { where: 'configured expiresAt', what } } };
}

/**
 * The credential without its declared end, when that was declared for another version of its secret: whoever stored a
 * new value gave it another life.
 */
export function withoutStaleExpiry(
  credential: CredentialConfig,
  declared: { readonly expiresAt: number; readonly secretVersion: string } | undefined,
  secretVersion: string | undefined,
): CredentialConfig {
  // Its versions are those that the monitor itself writes.
  if (credential.kind === 'oauth2-refresh-token' && credential.rotates) return credential;
  const { expiresAt, ...others } = credential;
  const isStale = declared?.expiresAt === expiresAt && declared?.secretVersion !== secretVersion;
  return expiresAt !== undefined && declared !== undefined && isStale ? others : credential;
}
