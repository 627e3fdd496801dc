import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openDatabase } from '../../lambda/local/database.ts';
import { describeStore } from '../support/store-contract.ts';

describeStore('a file on this machine', async (now) => {
  const directory = mkdtempSync(join(tmpdir(), 'scopewatch-store-'));
  const file = join(directory, 'monitor.db');
  const database = openDatabase(file, now);
  return {
    ...database,
    corrupt: async (probe) => {
      using other = new DatabaseSync(file);
      other
        .prepare('INSERT INTO state (key, revision, slot, state) VALUES (?, 1, 1, ?)')
        .run(`probe#${probe}`, '{"slot":"?"}');
    },
    [Symbol.asyncDispose]: async () => {
      database[Symbol.dispose]();
      rmSync(directory, { recursive: true });
    },
  };
});
