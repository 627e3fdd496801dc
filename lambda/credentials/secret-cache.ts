import type { ReadSecret, SecretReader } from '../ports.ts';

/** How long a secret's value may be used before it is read again. */
export const SECRET_LIFETIME_MS = 5 * 60 * 1000;

export interface SecretCache {
  /** The value, read at most `SECRET_LIFETIME_MS` ago. */
  current(secret: string): Promise<ReadSecret>;
  /** The value as it was at `since` (epoch milliseconds) or later: read again only if nobody has since then. */
  readSince(secret: string, since: number): Promise<ReadSecret>;
  /** The value before the current one, while the store still has it; read each time. */
  previous(secret: string): Promise<ReadSecret | undefined>;
}

/**
 * Keeps secrets for the process's life, so that many probes of one credential cost one read, also when all of them
 * are refused at the same moment. A secret that could not be read is not kept.
 */
export function secretCache(reader: SecretReader, now: () => number): SecretCache {
  const entries = new Map<string, { readonly askedAt: number; readonly answer: Promise<ReadSecret> }>();

  const readNow = (secret: string): Promise<ReadSecret> => {
    const answer = reader.read(secret);
    const entry = { askedAt: now(), answer };
    entries.set(secret, entry);
    const forget = () => {
      if (entries.get(secret) === entry) entries.delete(secret);
    };
    answer.then((read) => read.unreadable !== undefined && forget(), forget);
    return answer;
  };

  const readSince = (secret: string, since: number): Promise<ReadSecret> => {
    const entry = entries.get(secret);
    return entry !== undefined && entry.askedAt >= since ? entry.answer : readNow(secret);
  };

  return {
    current: (secret) => readSince(secret, now() - SECRET_LIFETIME_MS),
    readSince,
    previous: async (secret) => reader.previous?.(secret),
  };
}
