import type { CredentialConfig } from '../../lambda/config/types.ts';
import { inTurns } from './in-turns.ts';
import type { CommandLineSecrets } from './secrets.ts';

/** How many secrets are asked about at once. */
const AT_ONCE = 10;

/** When each credential's secret is rotated next by its store, epoch seconds, by name; only where that is known. */
export async function nextRotations(
  credentials: readonly (readonly [string, CredentialConfig])[],
  { nextRotation }: CommandLineSecrets,
): Promise<ReadonlyMap<string, number>> {
  const stored = credentials.flatMap(([name, { secret }]) => (secret === undefined ? [] : [{ name, secret }]));
  const found = await inTurns(stored, AT_ONCE, ({ secret }) => nextRotation(secret));
  return new Map(
    found.flatMap((one, index) => {
      const name = stored[index]?.name;
      if (one.status === 'rejected' || one.value === undefined || name === undefined) return [];
      return [[name, Math.floor(one.value / 1_000)] as const];
    }),
  );
}
