import type { CredentialConfig } from '../../lambda/config/types.ts';

/** When each credential's secret is rotated next by its store, epoch seconds; only where that is known. */
export async function nextRotations(
  _credentials: readonly (readonly [string, CredentialConfig])[],
  _secretsFile: string | undefined,
): Promise<ReadonlyMap<string, number>> {
  return new Map();
}
