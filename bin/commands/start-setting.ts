import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awsMailContext } from '../../lambda/aws/mail-context.ts';
import { parseConfig } from '../../lambda/config/schema.ts';
import type { Config } from '../../lambda/config/types.ts';
import type { MailContext } from '../../lambda/incidents/mail-context.ts';
import { localMailContext } from '../../lambda/local/mail-context.ts';
import { loadConfig } from '../config/load.ts';
import { startDemoApi } from '../demo/api.ts';
import { demoConfig } from '../demo/config.ts';
import { demoSecrets } from '../demo/secrets.ts';
import { configFile } from './config-option.ts';
import { type CommandLineSecrets, commandLineSecrets } from './secrets.ts';
import { makeStateFolder } from './state-folder.ts';

/** How often a probe of the demo runs, and how long a beat of its story is. */
const DEMO_BEAT_MS = 4_000;
/** Where the demo's mails pretend to come from. */
const DEMO_REGION = 'eu-central-1';
/** Short enough that spread-out probes start in their own second. */
export const TICK_MS = 1_000;

/** Where a setting comes from, as the command line names it. */
export interface SettingOptions {
  readonly config?: string;
  readonly secrets?: string;
  readonly state?: string;
}

/** What is watched, and where its secrets come from. */
export interface Setting extends Omit<CommandLineSecrets, 'nextRotation'>, AsyncDisposable {
  readonly config: Config;
  readonly folder: string;
  readonly mail: Omit<MailContext, 'now'>;
}

/** The user's own endpoints. */
export async function ownSetting(options: SettingOptions): Promise<Setting> {
  const config = await loadConfig(configFile(options.config));
  const folder = options.state ?? join('.scopewatch', config.monitor);
  await makeStateFolder(folder);
  return {
    config,
    folder,
    ...(await commandLineSecrets(options.secrets)),
    mail: localMailContext(config, options.secrets),
    async [Symbol.asyncDispose]() {},
  };
}

/** The bundled API, which goes wrong in many ways. */
export async function demoSetting(options: SettingOptions): Promise<Setting> {
  const values = demoSecrets();
  const api = await startDemoApi(values, DEMO_BEAT_MS);
  const input = demoConfig(api.origin, `${DEMO_BEAT_MS / 1000}s`);
  const folder = options.state ?? (await mkdtemp(join(tmpdir(), 'scopewatch-demo-')));
  await makeStateFolder(folder);
  const config = parseConfig(input, { minimumEveryMs: TICK_MS });
  return {
    config,
    folder,
    // The mails as they would arrive from an account.
    mail: awsMailContext(config, DEMO_REGION),
    secrets: {
      async read(name) {
        return values.stored(name, api.beat()) ?? { unreadable: `the demo has no secret ${name}` };
      },
    },
    [Symbol.asyncDispose]: () => api[Symbol.asyncDispose](),
  };
}
