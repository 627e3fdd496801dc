import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { awsMailContext } from '../../lambda/aws/mail-context.ts';
import { parseDuration } from '../../lambda/config/duration.ts';
import { parseConfig } from '../../lambda/config/schema.ts';
import type { Config } from '../../lambda/config/types.ts';
import type { MailContext } from '../../lambda/incidents/mail-context.ts';
import { openDatabase } from '../../lambda/local/database.ts';
import { localMailContext } from '../../lambda/local/mail-context.ts';
import { runMonitor } from '../../lambda/local/monitor.ts';
import { localMails, localMetrics } from '../../lambda/local/records.ts';
import type { Log, SecretReader } from '../../lambda/ports.ts';
import { loadConfig } from '../config/load.ts';
import { startDemoApi } from '../demo/api.ts';
import { demoConfig } from '../demo/config.ts';
import { demoSecrets } from '../demo/secrets.ts';
import { alertEvents } from '../terminal/alert-events.ts';
import { jsonView, lineView, liveView, type View } from '../terminal/view.ts';
import { configFile, configOption, secretsOption } from './config-option.ts';
import { commandLineSecrets } from './secrets.ts';
import { UsageError } from './usage-error.ts';

/** How often a probe of the demo runs, and how long a beat of its story is. */
const DEMO_BEAT_MS = 4_000;
/** Where the demo's mails pretend to come from. */
const DEMO_REGION = 'eu-central-1';
/** Short enough that spread-out probes start in their own second. */
const TICK_MS = 1_000;

interface Options {
  readonly demo?: boolean;
  readonly config?: string;
  readonly secrets?: string;
  readonly state?: string;
  readonly for?: string;
  readonly json?: boolean;
}

/** `scopewatch start`: the monitor on this machine, on the user's endpoints or on the demo's. */
export function startCommand(): Command {
  return new Command('start')
    .description('run the monitor on this machine, until Ctrl-C')
    .option('--demo', 'watch a bundled API that goes wrong in many ways, without any configuration')
    .addOption(configOption().conflicts('demo'))
    .addOption(secretsOption().conflicts('demo'))
    .option(
      '--state <folder>',
      'where state, metrics and mails are kept (default: .scopewatch, or a new folder for the demo)',
    )
    .option('--for <duration>', 'end by itself after this long, such as 90s')
    .option('--json', 'events for scripts, one JSON object a line')
    .action(start);
}

/** What is watched, and where its secrets come from. */
interface Setting extends AsyncDisposable {
  readonly config: Config;
  readonly secrets: SecretReader;
  readonly folder: string;
  readonly mail: Omit<MailContext, 'now'>;
}

async function start(options: Options): Promise<void> {
  const durationMs = options.for === undefined ? undefined : parseDuration(options.for);
  if (options.for !== undefined && !durationMs) {
    throw new UsageError(`--for must be a duration such as 90s or 5m, got "${options.for}"`);
  }
  await using setting = options.demo ? await demoSetting(options) : await ownSetting(options);
  const { config, folder, mail, secrets } = setting;
  using database = openDatabase(join(folder, 'state.sqlite'), Date.now);
  using storedMetrics = localMetrics(join(folder, 'metrics.sqlite'), Date.now);
  const mails = localMails(join(folder, 'mails'), Date.now);
  const view = viewFor(config, options, mail);
  console.error(`Watching ${config.probes.length} probes. State, metrics and mails are kept in ${folder}`);

  await runMonitor(
    {
      config,
      database,
      secrets,
      mail,
      tickMs: TICK_MS,
      metrics: {
        async put(metrics) {
          await storedMetrics.put(metrics);
          view.metrics(metrics);
        },
      },
      publisher: {
        async publish(message) {
          await mails.publish(message);
          view.mail(message);
        },
      },
      onResult: view.result,
      log: logToStandardError,
    },
    endOf(durationMs),
  );
  view.end();
}

function viewFor(config: Config, { json }: Options, mail: Setting['mail']): View {
  if (json) return jsonView(process.stdout, (message) => alertEvents(message, { ...mail, now: Date.now() }));
  return process.stdout.isTTY ? liveView(config, process.stdout) : lineView(process.stdout);
}

async function ownSetting(options: Options): Promise<Setting> {
  const config = await loadConfig(configFile(options.config));
  const folder = options.state ?? join('.scopewatch', config.monitor);
  await mkdir(folder, { recursive: true });
  return {
    config,
    folder,
    secrets: await commandLineSecrets(options.secrets),
    mail: localMailContext(config, options.secrets),
    async [Symbol.asyncDispose]() {},
  };
}

async function demoSetting(options: Options): Promise<Setting> {
  const values = demoSecrets();
  const api = await startDemoApi(values, DEMO_BEAT_MS);
  const input = demoConfig(api.origin, `${DEMO_BEAT_MS / 1000}s`);
  const folder = options.state ?? (await mkdtemp(join(tmpdir(), 'scopewatch-demo-')));
  await mkdir(folder, { recursive: true });
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

/** Aborts when the time is over or somebody ends the process. A second interrupt ends it at once. */
function endOf(durationMs: number | undefined): AbortSignal {
  const controller = new AbortController();
  const abort = () => controller.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, abort);
  if (durationMs !== undefined) setTimeout(abort, durationMs).unref();
  return controller.signal;
}

const logToStandardError: Log = (level, message, fields = {}) => {
  if (level === 'info') return;
  const { error, ...rest } = fields;
  const reason = error instanceof Error ? error.message : error === undefined ? '' : String(error);
  console.error(
    `${level}: ${message}${Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : ''}${reason ? `: ${reason}` : ''}`,
  );
};
