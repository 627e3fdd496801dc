import type { SecretReader, SecretVersions, SeenVersions } from '../ports.ts';

/** Versions of secrets on this machine, found out by reading them. Nothing here rotates by itself. */
export function localSecretVersions(reader: SecretReader): SecretVersions {
  return {
    async current(secrets) {
      const read = await Promise.allSettled(secrets.map((secret) => reader.read(secret)));
      return new Map(
        secrets.flatMap((secret, index) => {
          const one = read[index];
          return one?.status === 'fulfilled' && one.value.version !== undefined
            ? [[secret, one.value.version] as const]
            : [];
        }),
      );
    },
    nextRotation: async () => undefined,
  };
}

/** Remembers for the process's life: every probe runs at its start, so what changed before then is noticed anyway. */
export function memorySeenVersions(): SeenVersions {
  let stored: { state: ReadonlyMap<string, string>; revision: number } | undefined;
  return {
    read: async () => stored,
    async write(versions, expectedRevision) {
      if (stored?.revision !== expectedRevision) return false;
      stored = { state: new Map(versions), revision: (expectedRevision ?? 0) + 1 };
      return true;
    },
  };
}
