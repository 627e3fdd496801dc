import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What SQLite says when another holds the lock. @see https://www.sqlite.org/rescode.html#busy */
const SQLITE_BUSY = 5;

/**
 * Makes a state folder this monitor's alone until it is disposed; `undefined` while another monitor has it.
 *
 * The lock is SQLite's on a file of its own: the system releases it when the process ends, however it ends.
 *
 * @see https://www.sqlite.org/lockingv3.html
 */
export function lockFolder(folder: string): Disposable | undefined {
  const db = new DatabaseSync(join(folder, 'lock.sqlite'));
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return undefined;
    throw error;
  }
  return { [Symbol.dispose]: () => db.close() };
}
