import { DatabaseSync } from 'node:sqlite';
import type { Alert } from '../incidents/alert.ts';
import { lastRun } from '../incidents/last-run.ts';
import { parseAlert, parseCredentialState, parseProbeState } from '../incidents/state-schema.ts';
import {
  type Outbox,
  type SlotLedger,
  type StateStore,
  type Stored,
  type Transition,
  UnreadableStateError,
} from '../ports.ts';

/** The store, the outbox and the ledger of slots of a monitor on this machine: one SQLite file, or memory. */
export interface LocalDatabase extends Disposable {
  readonly store: StateStore;
  readonly outbox: Outbox;
  readonly slots: SlotLedger;
}

/**
 * Opens it, making what is missing. The same promises as the table in AWS, kept by SQLite's transactions.
 *
 * @param file a path, or `:memory:` for a monitor that forgets
 * @param now epoch milliseconds
 */
export function openDatabase(file: string, now: () => number): LocalDatabase {
  const db = new DatabaseSync(file);
  db.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA busy_timeout = 5000;
    CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, revision INTEGER NOT NULL, slot INTEGER, state TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS outbox (id TEXT PRIMARY KEY, at INTEGER NOT NULL, alert TEXT NOT NULL, claimed_until INTEGER);
    CREATE TABLE IF NOT EXISTS slot (slot INTEGER PRIMARY KEY, lease_until INTEGER);
  `);
  return {
    store: stateStore(db),
    outbox: outbox(db, now),
    slots: slots(db, now),
    [Symbol.dispose]: () => db.close(),
  };
}

function stateStore(db: DatabaseSync): StateStore {
  const select = db.prepare('SELECT revision, state FROM state WHERE key = ?');
  const selectRun = db.prepare('SELECT slot, state FROM state WHERE key = ?');
  const insert = db.prepare('INSERT OR IGNORE INTO state (key, revision, slot, state) VALUES (?, 1, ?, ?)');
  const update = db.prepare(
    'UPDATE state SET revision = revision + 1, slot = ?, state = ? WHERE key = ? AND revision = ?',
  );
  const insertAlert = db.prepare('INSERT OR REPLACE INTO outbox (id, at, alert) VALUES (?, ?, ?)');

  const read = <State>(key: string, parse: (json: string) => State | undefined): Stored<State> | undefined => {
    const row = select.get(key);
    if (row === undefined) return undefined;
    const state = parse(String(row.state));
    if (state === undefined) throw new UnreadableStateError(`${key} is not a state that this version wrote`);
    return { state, revision: Number(row.revision) };
  };

  const write = ({ next, expectedRevision, alerts }: Transition): boolean => {
    const key = `${next.type}#${next.name}`;
    const slot = next.type === 'probe' ? next.state.slot : null;
    const json = JSON.stringify(next.state);
    const { changes } =
      expectedRevision === undefined ? insert.run(key, slot, json) : update.run(slot, json, key, expectedRevision);
    if (changes === 0) return false;
    for (const alert of alerts) insertAlert.run(alert.id, alert.at, JSON.stringify(alert));
    return true;
  };

  return {
    async lastRuns(probes) {
      const found = probes.map((name) => [name, selectRun.get(`probe#${name}`)] as const);
      return new Map(
        found.flatMap(([name, row]) =>
          typeof row?.slot === 'number' ? [[name, lastRun(row.slot, String(row.state))]] : [],
        ),
      );
    },
    readProbe: async (name) => read(`probe#${name}`, parseProbeState),
    readCredential: async (name) => read(`credential#${name}`, parseCredentialState),
    write: async (transition) => inTransaction(db, () => write(transition)),
  };
}

function outbox(db: DatabaseSync, now: () => number): Outbox {
  const free = 'claimed_until IS NULL OR claimed_until < ?';
  const select = db.prepare(`SELECT alert FROM outbox WHERE ${free} ORDER BY at, rowid LIMIT 500`);
  const claim = db.prepare(`UPDATE outbox SET claimed_until = ? WHERE id = ? AND (${free})`);
  const release = db.prepare('UPDATE outbox SET claimed_until = NULL WHERE id = ? AND claimed_until = ?');
  const remove = db.prepare('DELETE FROM outbox WHERE id = ?');
  const ours = new Map<string, number>();
  const each = (alerts: readonly Alert[], change: (alert: Alert) => void) =>
    inTransaction(db, () => alerts.forEach(change));
  return {
    pending: async () => select.all(now()).flatMap(({ alert }) => parseAlert(String(alert)) ?? []),
    claim: async (alerts, leaseMs) =>
      inTransaction(db, () =>
        alerts.filter(({ id }) => {
          const until = now() + leaseMs;
          const won = claim.run(until, id, now()).changes === 1;
          if (won) ours.set(id, until);
          return won;
        }),
      ),
    release: async (alerts) => each(alerts, ({ id }) => release.run(id, ours.get(id) ?? null)),
    remove: async (alerts) => each(alerts, ({ id }) => remove.run(id)),
  };
}

function slots(db: DatabaseSync, now: () => number): SlotLedger {
  const claim = db.prepare(`
    INSERT INTO slot (slot, lease_until) VALUES (?, ?)
    ON CONFLICT (slot) DO UPDATE SET lease_until = excluded.lease_until WHERE lease_until < ?
  `);
  const finish = db.prepare('UPDATE slot SET lease_until = NULL WHERE slot = ?');
  const forget = db.prepare('DELETE FROM slot WHERE slot < ?');
  return {
    claim: async (slot, leaseMs) => claim.run(slot, now() + leaseMs, now()).changes === 1,
    async finish(slot) {
      finish.run(slot);
      forget.run(slot - 24 * 60 * 60 * 1000);
    },
  };
}

function inTransaction<Result>(db: DatabaseSync, work: () => Result): Result {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}
