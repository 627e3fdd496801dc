import { parseConfig } from '../../lambda/config/schema.ts';
import type { Config } from '../../lambda/config/types.ts';
import { authoriser } from '../../lambda/credentials/authoriser.ts';
import { secretCache } from '../../lambda/credentials/secret-cache.ts';
import type { Alert } from '../../lambda/incidents/alert.ts';
import { openDatabase } from '../../lambda/local/database.ts';
import { notify } from '../../lambda/notify.ts';
import { probe } from '../../lambda/probe.ts';
import { dueRuns } from '../../lambda/schedule/due.ts';
import { HOUR, LENGTH, type Life, START } from './life.ts';
import { worldOf } from './world.ts';

const TICK = 3 * HOUR;

/** Lives one life through the real monitor, on a clock of its own, and gives every alert that was sent, in order. */
export async function play(life: Life): Promise<readonly Alert[]> {
  const clock = { now: START };
  const now = () => clock.now;
  const config = configOf(life);
  const { secrets: reader, request } = worldOf(life, now);
  using database = openDatabase(':memory:', now);
  const secrets = secretCache(reader, now);
  const deps = {
    config,
    secrets,
    request,
    authorise: authoriser({ now, secrets, request, log: () => {} }),
    store: database.store,
    metrics: { put: async () => {} },
    schedulerGraceMs: TICK,
    now,
    log: () => {},
  };
  const sent: Alert[] = [];
  const notifyDeps = {
    outbox: database.outbox,
    publisher: { publish: async ({ alerts }: { alerts: readonly Alert[] }) => void sent.push(...alerts) },
    mail: { config, links: {}, storeSecret: () => '' },
    now,
    log: () => {},
  };
  for (let tick = START; tick < START + LENGTH; tick += TICK) {
    for (const run of dueRuns(config, tick, TICK)) {
      clock.now = tick + run.delayMs;
      await probe([run], clock.now + 60_000, deps);
    }
    await notify(notifyDeps);
  }
  return sent;
}

function configOf({ style }: Life): Config {
  return parseConfig({
    monitor: 'lives',
    alerts: { remindEvery: '30d' },
    credentials: {
      ci: { kind: 'bearer', secret: 'prod/ci', every: '6h', ...(style === 'reported' && { provider: 'github' }) },
    },
    probes: ['repos', 'orgs'].map((name) => ({
      name,
      url: `https://api.github.com/user/${name}`,
      credential: 'ci',
      every: '3h',
    })),
  });
}
