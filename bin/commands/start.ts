import { join } from 'node:path';
import { Command } from 'commander';
import { formatDuration, parseDuration } from '../../lambda/config/duration.ts';
import type { Config } from '../../lambda/config/types.ts';
import { openDatabase } from '../../lambda/local/database.ts';
import { lockFolder } from '../../lambda/local/lock.ts';
import { runMonitor } from '../../lambda/local/monitor.ts';
import { localMails, localMetrics } from '../../lambda/local/records.ts';
import type { Log } from '../../lambda/ports.ts';
import { alertEvents } from '../terminal/alert-events.ts';
import { jsonView, lineView, liveView, type View } from '../terminal/view.ts';
import { commandLineAwsKeys } from './aws-keys.ts';
import { configOption, secretsOption } from './config-option.ts';
import { demoSetting, ownSetting, type Setting, TICK_MS } from './start-setting.ts';
import { UsageError } from './usage-error.ts';

/** The longest whole days that fit a timer's 2^31 - 1 milliseconds. @see https://nodejs.org/api/timers.html#settimeoutcallback-delay-args */
const MAX_DURATION_MS = 24 * 24 * 60 * 60 * 1000;

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

async function start(options: Options): Promise<void> {
  const durationMs = options.for === undefined ? undefined : durationOf(options.for);
  await using setting = options.demo ? await demoSetting(options) : await ownSetting(options);
  const { config, folder, mail, secrets, writer, leases } = setting;
  using lock = lockFolder(folder);
  if (lock === undefined) {
    throw new UsageError(`another monitor runs on ${folder}: end it, or name another folder with --state`);
  }
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
      awsKeys: commandLineAwsKeys(config.monitor),
      ...(writer && { writer }),
      ...(leases && { leases }),
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

/** The time after which to end. Throws `UsageError` beyond what a timer can wait for. */
function durationOf(text: string): number {
  const ms = parseDuration(text);
  if (ms !== undefined && ms > 0 && ms <= MAX_DURATION_MS) return ms;
  throw new UsageError(
    `--for must be a duration of at most ${formatDuration(MAX_DURATION_MS)}, such as 90s or 5m, got "${text}"`,
  );
}

function viewFor(config: Config, { json }: Options, mail: Setting['mail']): View {
  if (json) return jsonView(process.stdout, (message) => alertEvents(message, { ...mail, now: Date.now() }));
  return process.stdout.isTTY ? liveView(config, process.stdout) : lineView(process.stdout);
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
