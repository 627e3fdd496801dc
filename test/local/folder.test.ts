import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from '../../lambda/local/lock.ts';
import { localMetrics } from '../../lambda/local/records.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scopewatch-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Another process that has run the script as far as its `console.log()`. */
async function otherProcess(script: string) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

test('a folder is the monitor’s that came first, until it ends', () => {
  const first = lockFolder(folder);
  expect(first).toBeDefined();
  expect(lockFolder(folder)).toBeUndefined();
  first?.[Symbol.dispose]();
  using again = lockFolder(folder);
  expect(again).toBeDefined();
});

test('a folder is free after its monitor was killed', async () => {
  const lock = new URL('../../lambda/local/lock.ts', import.meta.url).href;
  const monitor = await otherProcess(`
    import { lockFolder } from ${JSON.stringify(lock)};
    globalThis.held = lockFolder(${JSON.stringify(folder)});
    setInterval(() => {}, 1000);
    console.log('held');`);
  expect(lockFolder(folder)).toBeUndefined();
  monitor.kill('SIGKILL');
  await once(monitor, 'exit');
  using after = lockFolder(folder);
  expect(after).toBeDefined();
});

test('metrics wait for another writer', async () => {
  const file = join(folder, 'metrics.sqlite');
  using metrics = localMetrics(file, () => 0);
  const writer = await otherProcess(`
    import { DatabaseSync } from 'node:sqlite';
    const db = new DatabaseSync(${JSON.stringify(file)});
    db.exec('BEGIN IMMEDIATE');
    setTimeout(() => db.exec('COMMIT'), 300);
    console.log('held');`);
  const exited = once(writer, 'exit');
  const metric = { at: 0, name: 'Success', dimensions: {}, value: 1, unit: 'Percent' } as const;
  await expect(metrics.put([metric])).resolves.toBeUndefined();
  await exited;
});
