import type { Leases, ReadSecret, SecretReader, SecretWriter, WrittenSecret } from '../../lambda/ports.ts';

/** Secrets and leases that several "Lambdas" of a test share. */
export interface MemorySecrets extends SecretReader, SecretWriter {
  /** The current value of a secret. */
  value(secret: string): string;
  /** Its number of values so far. */
  versions(secret: string): number;
  /** The next writes do this instead, first come, first served. */
  readonly faults: (() => WrittenSecret | Error)[];
  /** What one process sees of the leases that all share. */
  leases(holder: string): Leases;
  /** Every lease ends now, as after a death and its time. */
  endLeases(): void;
}

export function memorySecrets(initial: Readonly<Record<string, string>>, now: () => number = Date.now): MemorySecrets {
  const values = new Map(Object.entries(initial).map(([name, value]) => [name, [value]]));
  const held = new Map<string, { readonly holder: string; readonly until: number }>();
  const faults: MemorySecrets['faults'] = [];
  const of = (secret: string) => values.get(secret.replace(/#.*/, '')) ?? [];
  const at = (secret: string, index: number): ReadSecret | undefined => {
    const value = of(secret).at(index);
    return value === undefined ? undefined : { value, version: `v${of(secret).length + index + 1}` };
  };
  return {
    faults,
    value: (secret) => of(secret).at(-1) ?? '',
    versions: (secret) => of(secret).length,
    read: async (secret) => at(secret, -1) ?? { unreadable: `${secret} does not exist` },
    previous: async (secret) => at(secret, -2),
    async write(secret, value) {
      const fault = faults.shift()?.();
      if (fault instanceof Error) throw fault;
      if (fault !== undefined) return fault;
      values.set(secret, [...of(secret), value]);
      return { version: `v${of(secret).length}` };
    },
    leases: (holder) => ({
      async take(name, leaseMs) {
        const other = held.get(name);
        if (other !== undefined && other.holder !== holder && other.until > now()) return false;
        held.set(name, { holder, until: now() + leaseMs });
        return true;
      },
      async release(name) {
        if (held.get(name)?.holder === holder) held.delete(name);
      },
    }),
    endLeases: () => held.clear(),
  };
}
