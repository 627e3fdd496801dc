import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../lambda/config/schema.ts';
import type { Config } from '../../lambda/config/types.ts';
import { memorySeenVersions } from '../../lambda/local/secret-versions.ts';
import type { DueRun } from '../../lambda/ports.ts';
import { isWatchTick, secretsOf, watchSecrets } from '../../lambda/watch-secrets.ts';

const config = parseConfig({
  monitor: 'shop',
  credentials: {
    shop: { kind: 'bearer', secret: 'prod/all#shop' },
    admin: { kind: 'bearer', secret: 'prod/all#admin' },
    fleet: { kind: 'bearer', secret: 'ssm:/prod/fleet' },
  },
  probes: [
    { name: 'orders', url: 'https://api.example.com/orders', credential: 'shop' },
    { name: 'refunds', url: 'https://api.example.com/refunds', credential: 'shop' },
    { name: 'cars', url: 'https://api.example.com/cars', credential: 'fleet' },
    { name: 'status', url: 'https://api.example.com/status' },
  ],
});

/** Two secrets in a store, and whatever watches them. */
function setting() {
  const store = new Map([
    ['prod/all', 'a1'],
    ['ssm:/prod/fleet', '1'],
  ]);
  const world = { now: 5_000, queueAccepts: true };
  const queued: DueRun[] = [];
  const asked: string[][] = [];
  const seen = memorySeenVersions();
  const deps = {
    config,
    seen,
    versions: {
      async current(secrets: readonly string[]) {
        asked.push([...secrets]);
        return new Map([...store].filter(([secret]) => secrets.includes(secret)));
      },
    },
    queue: {
      async send(runs: readonly DueRun[]) {
        const accepted = world.queueAccepts ? runs : runs.slice(1);
        queued.push(...accepted);
        return runs.slice(accepted.length);
      },
    },
    now: () => world.now,
    log: () => {},
  };
  /** Who was queued since the last look. */
  const look = async (told?: readonly string[], using: Parameters<typeof watchSecrets>[0] = deps) => {
    const before = queued.length;
    await watchSecrets(using, told);
    return namesOf(queued.slice(before));
  };
  return { store, world, queued, asked, deps, look };
}

function namesOf(runs: readonly DueRun[]): readonly string[] {
  return runs.map((run) => (run.probe === undefined ? `ask about ${run.credential}` : run.probe)).toSorted();
}

const USERS_OF_ALL = ['ask about admin', 'ask about shop', 'orders', 'refunds'];
const USERS_OF_FLEET = ['ask about fleet', 'cars'];

describe('a new version', () => {
  test('is noticed once: all that uses the secret runs, whichever field of it', async () => {
    const { store, look } = setting();
    expect(await look()).toEqual([]);
    store.set('prod/all', 'a2');
    expect(await look()).toEqual(USERS_OF_ALL);
    expect(await look()).toEqual([]);
    store.set('prod/all', 'a3').set('ssm:/prod/fleet', '2');
    expect(await look()).toEqual([...USERS_OF_ALL, ...USERS_OF_FLEET].toSorted());
    expect(await look()).toEqual([]);
  });

  test('is used at once, in a slot of this very moment, by runs that read it anew', async () => {
    const { store, world, queued, look } = setting();
    await look();
    store.set('ssm:/prod/fleet', '2');
    world.now = 61_234;
    await look();
    for (const run of queued) expect(run).toMatchObject({ slot: 61_234, delayMs: 0, secretChanged: true });
    expect(queued).toHaveLength(2);
  });

  test('is one too when it is an earlier one, which somebody has put back', async () => {
    const { store, look } = setting();
    await look();
    store.set('ssm:/prod/fleet', '2');
    await look();
    store.set('ssm:/prod/fleet', '1');
    expect(await look()).toEqual(USERS_OF_FLEET);
  });
});

test('every secret is asked about once, however many fields of it are used', async () => {
  const { asked, look } = setting();
  await look();
  expect(asked).toEqual([['prod/all', 'ssm:/prod/fleet']]);
  expect(secretsOf(config)).toEqual(['prod/all', 'ssm:/prod/fleet']);
});

test('two that look at once both tell, and nothing is left to tell', async () => {
  const { store, queued, look } = setting();
  await look();
  store.set('ssm:/prod/fleet', '2');
  await Promise.all([look(), look()]);
  expect(namesOf(queued)).toEqual([...USERS_OF_FLEET, ...USERS_OF_FLEET].toSorted());
  expect(await look()).toEqual([]);
});

test('a change that came while somebody slower was looking is not lost', async () => {
  const { store, deps, look } = setting();
  await look();
  const slow = {
    ...deps,
    versions: {
      async current(secrets: readonly string[]) {
        const old = await deps.versions.current(secrets);
        store.set('prod/all', 'a2').set('ssm:/prod/fleet', '2');
        // Somebody else sees one of the two, and remembers it first.
        expect(await look(['prod/all'])).toEqual(USERS_OF_ALL);
        return old;
      },
    },
  };
  expect(await look(undefined, slow)).toEqual(USERS_OF_ALL);
  expect(await look()).toEqual(USERS_OF_FLEET);
  expect(await look()).toEqual([]);
});

describe('a watcher that dies', () => {
  const death = async () => {
    throw new Error('out of time');
  };

  test('before it has queued leaves the change to the next', async () => {
    const { store, deps, look } = setting();
    await look();
    store.set('ssm:/prod/fleet', '2');
    await expect(look(undefined, { ...deps, queue: { send: death } })).rejects.toThrow('out of time');
    expect(await look()).toEqual(USERS_OF_FLEET);
  });

  test('between queueing and remembering has it told twice, and not for ever', async () => {
    const { store, deps, queued, look } = setting();
    await look();
    store.set('ssm:/prod/fleet', '2');
    const dying = { ...deps, seen: { ...deps.seen, write: death } };
    await expect(look(undefined, dying)).rejects.toThrow('out of time');
    expect(namesOf(queued)).toEqual(USERS_OF_FLEET);
    expect(await look()).toEqual(USERS_OF_FLEET);
    expect(await look()).toEqual([]);
  });
});

test('a change whose runs could not all be queued is told again', async () => {
  const { store, world, look } = setting();
  await look();
  store.set('ssm:/prod/fleet', '2');
  world.queueAccepts = false;
  await expect(look()).rejects.toThrow('1 of 2 runs could not be queued');
  world.queueAccepts = true;
  expect(await look()).toEqual(USERS_OF_FLEET);
});

test('a secret that cannot be asked about for a while keeps its version: its change is noticed afterwards', async () => {
  const { store, look } = setting();
  await look();
  store.delete('prod/all');
  expect(await look()).toEqual([]);
  store.set('ssm:/prod/fleet', '2');
  expect(await look()).toEqual(USERS_OF_FLEET);
  store.set('prod/all', 'a1');
  expect(await look()).toEqual([]);
  store.delete('prod/all');
  await look();
  store.set('prod/all', 'a2');
  expect(await look()).toEqual(USERS_OF_ALL);
});

test('what the configuration no longer names is forgotten, and is new when it is named again', async () => {
  const { store, deps, look } = setting();
  await look();
  const { fleet: _, ...credentials } = config.credentials;
  const without: Config = { ...config, credentials, probes: config.probes.filter(({ name }) => name !== 'cars') };
  await look(undefined, { ...deps, config: without });
  expect((await deps.seen.read())?.state.size).toBe(1);
  store.set('ssm:/prod/fleet', '2');
  expect(await look()).toEqual([]);
});

test('nothing is written while nothing changes', async () => {
  const { deps, look } = setting();
  await look();
  const { revision } = (await deps.seen.read()) ?? {};
  await look();
  await look(['prod/all']);
  expect((await deps.seen.read())?.revision).toBe(revision);
});

describe('being told of a change', () => {
  test('looks at that secret alone, and leaves what is known of the others', async () => {
    const { store, asked, look } = setting();
    await look();
    store.set('prod/all', 'a2').set('ssm:/prod/fleet', '2');
    expect(await look(['prod/all'])).toEqual(USERS_OF_ALL);
    expect(asked.at(-1)).toEqual(['prod/all']);
    expect(await look()).toEqual(USERS_OF_FLEET);
  });

  test('counts for a secret that nobody has looked at before', async () => {
    const { look } = setting();
    expect(await look(['prod/all'])).toEqual(USERS_OF_ALL);
    expect(await look(['prod/all'])).toEqual([]);
  });

  test('of a secret of somebody else asks nobody anything', async () => {
    const { asked, look } = setting();
    expect(await look(['prod/other'])).toEqual([]);
    expect(await look([])).toEqual([]);
    expect(asked).toEqual([]);
  });
});

test('a credential without a secret has nothing to watch', async () => {
  const { asked, deps, look } = setting();
  const { secret: _, ...shop } = config.credentials.shop ?? fail();
  const role = { ...shop, kind: 'aws-sigv4', region: 'eu-central-1', service: 'execute-api' } as const;
  expect(await look(undefined, { ...deps, config: { ...config, credentials: { role } } })).toEqual([]);
  expect(asked).toEqual([]);
});

test('a secret that the monitor writes itself, at each refresh, starts nothing: runs would start each other', async () => {
  const { asked, deps, look } = setting();
  const token = { secret: 'prod/all', everyMs: 60_000, allowPrivateNetwork: false, parameters: {}, scheme: 'Bearer' };
  const user = { ...token, kind: 'oauth2-refresh-token', rotates: true } as const;
  expect(await look(['prod/all'], { ...deps, config: { ...config, credentials: { user } } })).toEqual([]);
  expect(asked).toEqual([]);
  const stays = { ...deps, config: { ...config, credentials: { user: { ...user, rotates: false } } } };
  expect(await look(['prod/all'], stays)).toEqual(['ask about user']);
});

test('a thousand secrets of the longest names are remembered in a quarter of what an item may have', async () => {
  const credentials = Object.fromEntries(
    Array.from({ length: 1_000 }, (_, i) => [`c${i}`, { kind: 'bearer', secret: `${'x'.repeat(505)}${i}` } as const]),
  );
  const { deps } = setting();
  const versions = { current: async (all: readonly string[]) => new Map(all.map((one) => [one, 'v'.repeat(64)])) };
  await watchSecrets({
    ...deps,
    versions,
    config: parseConfig({
      monitor: 'many',
      credentials,
      probes: config.probes.slice(3).map(({ name, url }) => ({ name, url })),
    }),
  });
  const state = (await deps.seen.read())?.state ?? new Map();
  expect(state.size).toBe(1_000);
  expect(JSON.stringify(Object.fromEntries(state)).length).toBeLessThan(100_000);
});

test.each([
  [60_000, 7 * 60_000, true],
  [300_000, 10 * 60_000, true],
  [300_000, 11 * 60_000, false],
  [undefined, 10 * 60_000, false],
])('with a look every %s ms, the tick at %i ms is one: %s', (watchSecretsEveryMs, tick, expected) => {
  const { watchSecretsEveryMs: _, ...never } = config;
  expect(isWatchTick(watchSecretsEveryMs === undefined ? never : { ...never, watchSecretsEveryMs }, tick)).toBe(
    expected,
  );
});

function fail(): never {
  throw new Error('not in the configuration');
}
