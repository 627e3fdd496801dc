import type { CredentialConfig } from '../config/types.ts';
import type { GrantReading } from './reading.ts';

/** The end that the configuration declares, for what no provider tells. */
export function declaredExpiry({ expiresAt }: CredentialConfig): GrantReading | undefined {
  if (expiresAt === undefined) return undefined;
  const what = new Date(expiresAt * 1_000).toISOString().replace('.000Z', 'Z');
  return { source: 'declared', expiresAt: { value: expiresAt, evidence: { where: 'configured expiresAt', what } } };
}
