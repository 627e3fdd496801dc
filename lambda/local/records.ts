import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { MetricSink, Publisher } from '../ports.ts';

/** How long metrics are kept, as CloudWatch keeps one-minute points. @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html */
const METRICS_KEPT_MS = 15 * 24 * 60 * 60 * 1000;

/** Metrics of a monitor on this machine: a table in an SQLite file of its own. */
export function localMetrics(file: string, now: () => number): MetricSink & Disposable {
  const db = new DatabaseSync(file);
  db.exec(`
    PRAGMA busy_timeout = 5000;
    PRAGMA journal_mode = WAL;
    CREATE TABLE IF NOT EXISTS metric (at INTEGER, name TEXT, dimensions TEXT, value REAL, unit TEXT);
    CREATE INDEX IF NOT EXISTS metric_at ON metric (at);
  `);
  const insert = db.prepare('INSERT INTO metric (at, name, dimensions, value, unit) VALUES (?, ?, ?, ?, ?)');
  const forget = db.prepare('DELETE FROM metric WHERE at < ?');
  return {
    async put(metrics) {
      for (const { at, name, dimensions, value, unit } of metrics) {
        insert.run(at, name, JSON.stringify(dimensions), value, unit);
      }
      forget.run(now() - METRICS_KEPT_MS);
    },
    [Symbol.dispose]: () => db.close(),
  };
}

/** Mails of a monitor on this machine: one text file each, named by when it was sent and what it is about. */
export function localMails(folder: string, now: () => number): Publisher {
  mkdirSync(folder, { recursive: true });
  let sent = 0;
  return {
    async publish({ title, text, alerts }) {
      sent += 1;
      const at = new Date(now()).toISOString().replaceAll(':', '-');
      const name = `${at}-${String(sent).padStart(4, '0')}-${alerts[0]?.kind}.txt`;
      writeFileSync(join(folder, name), `Subject: ${title}\n\n${text}`);
    },
  };
}
