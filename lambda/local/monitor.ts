import type { Config } from '../config/types.ts';
import type { AwsKeySource } from '../credentials/aws-keys.ts';
import { dispatch } from '../dispatch.ts';
import type { MailContext } from '../incidents/mail-context.ts';
import { notify } from '../notify.ts';
import type { Leases, Log, MetricSink, Publisher, RunQueue, SecretReader, SecretWriter } from '../ports.ts';
import { probe } from '../probe.ts';
import { runParts } from '../run-parts.ts';
import type { RunResult } from '../run-result.ts';
import { isWatchTick, watchSecrets } from '../watch-secrets.ts';
import type { LocalDatabase } from './database.ts';
import { type LocalQueue, localQueue } from './queue.ts';
import { localSecretVersions, memorySeenVersions } from './secret-versions.ts';

/** As the probe Lambda's timeout. */
const BATCH_TIME_MS = 60_000;
/** What happens within this time goes into one message; as the batching window of the notify Lambda, but shorter. */
const NOTIFY_WINDOW_MS = 1_000;

/** How far back missed ticks are made up for; after a night's sleep of the machine the older ones are not. */
const CATCH_UP_MS = 60_000;

export interface LocalMonitor {
  readonly config: Config;
  readonly database: LocalDatabase;
  readonly secrets: SecretReader;
  readonly awsKeys?: AwsKeySource;
  /** With both, refresh tokens that rotate are refreshed and stored. */
  readonly writer?: SecretWriter;
  readonly leases?: Leases;
  readonly metrics: MetricSink;
  readonly publisher: Publisher;
  readonly mail: Omit<MailContext, 'now'>;
  /** How often due runs are looked for, milliseconds; every probe's interval is a multiple of it. */
  readonly tickMs: number;
  readonly onResult: (result: RunResult) => void;
  readonly log: Log;
}

/**
 * The monitor on this machine: the code of the Lambdas with local ports, until `signal` aborts.
 *
 * Every probe runs once at the start and every credential is asked about, because nobody wants to wait five minutes to
 * see the first answer.
 */
export async function runMonitor(monitor: LocalMonitor, signal: AbortSignal): Promise<void> {
  const { config, database, log, tickMs } = monitor;
  const now = Date.now;
  const bell = notifyBell(monitor);
  const { secrets: reader, writer, leases, awsKeys } = monitor;
  const means = { ...(writer && { writer }), ...(leases && { leases }), ...(awsKeys && { awsKeys }) };
  const probeDeps = {
    ...monitor,
    ...runParts({ now, log, reader, ...means }),
    store: database.store,
    schedulerGraceMs: Math.max(2 * tickMs, 5_000),
  };
  const queue: LocalQueue = localQueue(async (runs) => {
    const again = await probe(runs, now() + BATCH_TIME_MS, { ...probeDeps, queue });
    bell.ring();
    return again;
  }, log);

  const firstSlot = Math.floor(now() / tickMs) * tickMs;
  await queue.send([
    ...config.probes.map(({ name }) => ({ probe: name, slot: firstSlot, delayMs: 0 })),
    ...Object.keys(config.credentials).map((credential) => ({ credential, slot: firstSlot, delayMs: 0 })),
  ]);
  const watch = secretWatch(monitor, queue);
  if (config.watchSecretsEveryMs !== undefined) watch.look();
  let tick = firstSlot + tickMs;
  while (await sleepUntil(tick, signal)) {
    await dispatch(tick, tickMs, { config, ledger: database.slots, queue, log }).catch((error) =>
      log('error', 'tick could not be dispatched', { error }),
    );
    if (isWatchTick(config, tick)) watch.look();
    // A tick that a busy moment delayed is made up for: a probe that was due in it has no other in its interval.
    tick = Math.max(tick + tickMs, Math.floor((now() - CATCH_UP_MS) / tickMs) * tickMs);
  }
  await watch.done();
  await queue.close();
  await bell.silence();
}

/** Looks for new versions of secrets, one look at a time, and holds up no tick. */
function secretWatch({ config, secrets, log }: LocalMonitor, queue: RunQueue) {
  const versions = localSecretVersions(secrets);
  const deps = { config, versions, seen: memorySeenVersions(), queue, now: Date.now, log };
  let looking: Promise<unknown> | undefined;
  return {
    look: () => {
      looking ??= watchSecrets(deps)
        .catch((error) => log('error', 'secrets could not be watched', { error }))
        .finally(() => {
          looking = undefined;
        });
    },
    done: async () => looking,
  };
}

/** Sends what waits in the outbox, a moment after the bell rang and one sending at a time. */
function notifyBell({ database, publisher, mail, log }: LocalMonitor) {
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<unknown> = Promise.resolve();
  const send = () => {
    timer = undefined;
    sending = sending.then(() =>
      notify({ outbox: database.outbox, publisher, mail, now: Date.now, log: () => {} }).catch((error) =>
        log('error', 'mails could not be sent', { error }),
      ),
    );
    return sending;
  };
  return {
    ring: () => {
      timer ??= setTimeout(send, NOTIFY_WINDOW_MS);
    },
    silence: async () => {
      clearTimeout(timer);
      await send();
    },
  };
}

/** False when the signal aborted first. */
function sleepUntil(at: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false);
    const done = (slept: boolean) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      resolve(slept);
    };
    const onAbort = () => done(false);
    const timer = setTimeout(() => done(true), Math.max(0, at - Date.now()));
    signal.addEventListener('abort', onAbort);
  });
}
