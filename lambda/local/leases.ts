import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { Leases } from '../ports.ts';

/**
 * Leases that every process on this machine keeps which names the same file: an SQLite database, made when the first
 * one is taken. What makes them is one holder.
 */
export function fileLeases(file: string, now: () => number): Leases {
  const holder = randomUUID();
  const change = (statement: string, ...values: (string | number)[]): boolean => {
    using db = new DatabaseSync(file);
    db.exec(`
      PRAGMA busy_timeout = 5000;
      CREATE TABLE IF NOT EXISTS lease (name TEXT PRIMARY KEY, holder TEXT NOT NULL, until INTEGER NOT NULL);
    `);
    return db.prepare(statement).run(...values).changes === 1;
  };
  return {
    take: async (name, leaseMs) =>
      change(
        `INSERT INTO lease (name, holder, until) VALUES (?, ?, ?)
         ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
         WHERE holder = excluded.holder OR until < ?`,
        name,
        holder,
        now() + leaseMs,
        now(),
      ),
    async release(name) {
      change('DELETE FROM lease WHERE name = ? AND holder = ?', name, holder);
    },
  };
}
