import { parseConfig } from '../../lambda/config/schema.ts';
import type { Config } from '../../lambda/config/types.ts';
import type { Alert } from '../../lambda/incidents/alert.ts';
import { openDatabase } from '../../lambda/local/database.ts';
import { notify } from '../../lambda/notify.ts';
import { probe } from '../../lambda/probe.ts';
import { runParts } from '../../lambda/run-parts.ts';
import { dueRuns } from '../../lambda/schedule/due.ts';
import { HOUR, LENGTH, type Life, START } from './life.ts';
import { TOKEN_URL, worldOf } from './world.ts';

const TICK = 3 * HOUR;

/** Lives one life through the real monitor, on a clock of its own, and gives every alert that was sent, in order. */
export async function play(life: Life): Promise<readonly Alert[]> {
  const clock = { now: START };
  const now = () => clock.now;
  const config = configOf(life);
  const { secrets: reader, request } = worldOf(life, now);
  using database = openDatabase(':memory:', now);
  const deps = {
    ...runParts({ reader, request, now, log: () => {} }),
    config,
    store: database.store,
    metrics: { put: async () => {} },
    schedulerGraceMs: TICK,
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

/** A credential of each style, and where it is used. */
const CREDENTIALS = {
  reported: { kind: 'bearer', provider: 'github' },
  asked: { kind: 'bearer', provider: 'gitlab' },
  claimed: { kind: 'bearer' },
  silent: { kind: 'bearer' },
  minted: {
    kind: 'oauth2-client-credentials',
    tokenUrl: TOKEN_URL,
    clientId: 'svc',
    clientAuth: 'client_secret_post',
  },
} as const;

const API = { reported: 'https://api.github.com/user', asked: 'https://gitlab.com/api/v4' } as const;

function configOf({ style }: Life): Config {
  const api = style in API ? API[style as keyof typeof API] : 'https://api.example.com';
  return parseConfig({
    monitor: 'lives',
    alerts: { remindEvery: '30d' },
    credentials: { ci: { ...CREDENTIALS[style], secret: 'prod/ci', every: '6h' } },
    probes: ['repos', 'orgs'].map((name) => ({ name, url: `${api}/${name}`, credential: 'ci', every: '3h' })),
  });
}
