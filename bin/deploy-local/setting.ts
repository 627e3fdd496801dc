import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig } from '../../lambda/config/schema.ts';
import type { Config } from '../../lambda/config/types.ts';
import { localSecrets, variableOf } from '../../lambda/local/secrets.ts';
import type { ReadSecret } from '../../lambda/ports.ts';
import { loadConfig } from '../config/load.ts';
import { startDemoApi } from '../demo/api.ts';
import { demoConfig } from '../demo/config.ts';
import { demoSecrets } from '../demo/secrets.ts';

/** One interval of the demo's probes: the scheduler's. */
const BEAT_MS = 60_000;

/** What is deployed, and the values of its secrets. */
export interface Setting extends AsyncDisposable {
  readonly config: Config;
  /** The configuration file that the app is given. */
  readonly file: string;
  /** What will be seen of it, and when. */
  readonly expectation: string;
  /** The value now; another version is to be stored in place of the one before. */
  secret(reference: string): Promise<ReadSecret>;
}

/** The user's own configuration; secrets come from a file or the environment, never from an account. */
export async function ownSetting(file: string, secretsFile: string | undefined): Promise<Setting> {
  const config = await loadConfig(file);
  const secrets = localSecrets(secretsFile, {
    read: async (name) => ({ unreadable: `secret ${name} is neither in --secrets FILE nor in ${variableOf(name)}` }),
  });
  return {
    config,
    file,
    expectation: `Incidents open after ${config.alerts.failureThreshold} bad runs in a row.`,
    secret: (reference) => secrets.read(reference),
    async [Symbol.asyncDispose]() {},
  };
}

/** The demo: an API on this machine whose story takes its course, one beat a minute. */
export async function demoSetting(directory: string): Promise<Setting> {
  const values = demoSecrets();
  const api = await startDemoApi(values, BEAT_MS);
  const input = demoConfig(api.origin, '1m');
  const file = join(directory, 'demo.json');
  writeFileSync(file, JSON.stringify(input));
  return {
    config: parseConfig(input),
    file,
    expectation: 'The troubles of the demo begin in its third minute and are told from the fourth on.',
    secret: async (reference) =>
      values.stored(reference, api.beat()) ?? { unreadable: `the demo has no secret ${reference}` },
    [Symbol.asyncDispose]: () => api[Symbol.asyncDispose](),
  };
}
