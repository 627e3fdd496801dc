import { createHash } from 'node:crypto';
import { probeIndex } from './config/probe-index.ts';
import { wholeSecret } from './config/secret-ref.ts';
import type { Config, CredentialConfig } from './config/types.ts';
import type { DueRun, Log, RunQueue, SecretVersions, SeenVersions } from './ports.ts';

export interface WatchDeps {
  readonly config: Config;
  readonly versions: Pick<SecretVersions, 'current'>;
  readonly seen: SeenVersions;
  readonly queue: RunQueue;
  readonly now: () => number;
  readonly log: Log;
}

/** Versions of secrets, by the key under which they are remembered. */
type Versions = ReadonlyMap<string, string>;

/** Whether the secrets are looked at in the tick that starts at `tickStart`, epoch milliseconds. */
export function isWatchTick({ watchSecretsEveryMs }: Config, tickStart: number): boolean {
  return watchSecretsEveryMs !== undefined && tickStart % watchSecretsEveryMs === 0;
}

/** The secrets that are watched, each once and whole, without fields. */
export function secretsOf(config: Config): readonly string[] {
  return [...usersOf(config).keys()];
}

/**
 * Looks which secrets have a new version, and queues what uses them: every probe of their credentials, and the asking
 * about these credentials, all at once. Seeing a secret for the first time is no change.
 *
 * The runs are queued before the versions are remembered. Whoever dies in between, or finds that somebody else has
 * remembered something first, leaves the change to be noticed once more: runs that are made twice change nothing, a
 * change that nobody noticed would. A secret that cannot be asked about keeps the version that is remembered.
 *
 * @param told the secrets that somebody says have changed: only these are looked at, and one among them that is seen
 * for the first time has changed
 * @returns how many runs were queued
 * @throws when runs could not be queued, or versions not be read or remembered
 */
export async function watchSecrets(deps: WatchDeps, told?: readonly string[]): Promise<number> {
  const { config, versions, seen, queue, now, log } = deps;
  const users = usersOf(config);
  const asked = (told ?? [...users.keys()]).filter((secret) => users.has(secret));
  if (asked.length === 0) return 0;

  const stored = await seen.read();
  const before: Versions = stored?.state ?? new Map();
  const current = await versions.current(asked);
  const changed = asked.filter((secret) => {
    const [was, is] = [before.get(keyOf(secret)), current.get(secret)];
    return is !== undefined && is !== was && (was !== undefined || told !== undefined);
  });

  const runs = runsOf(config, new Set(changed.flatMap((secret) => users.get(secret) ?? [])), now());
  const notQueued = runs.length === 0 ? [] : await queue.send(runs);
  if (notQueued.length > 0) throw new Error(`${notQueued.length} of ${runs.length} runs could not be queued`);
  if (changed.length > 0) log('info', 'secrets have new versions', { secrets: changed, runs: runs.length });

  const after = versionsNow([...users.keys()], before, current);
  if (!isSame(before, after)) await seen.write(after, stored?.revision);
  return runs.length;
}

/** What is to be remembered: of the secrets that are configured now and of no other. */
function versionsNow(secrets: readonly string[], before: Versions, current: ReadonlyMap<string, string>): Versions {
  return new Map(
    secrets.flatMap((secret) => {
      const version = current.get(secret) ?? before.get(keyOf(secret));
      return version === undefined ? [] : [[keyOf(secret), version] as const];
    }),
  );
}

/** Each watched secret and the credentials that it is for. */
function usersOf({ credentials }: Config): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const [name, credential] of Object.entries(credentials)) {
    if (credential.secret === undefined || isWrittenHere(credential)) continue;
    const whole = wholeSecret(credential.secret);
    const names = users.get(whole);
    if (names) names.push(name);
    else users.set(whole, [name]);
  }
  return users;
}

/**
 * Whether the monitor itself writes the secret, at each refresh. What it wrote it uses already, and runs that refresh
 * because their token is refused would start each other for ever.
 */
function isWrittenHere(credential: CredentialConfig): boolean {
  return credential.kind === 'oauth2-refresh-token' && credential.rotates;
}

/** @param slot the time now, which is later than the start of any tick: a run of an earlier slot counts as made */
function runsOf(config: Config, credentials: ReadonlySet<string>, slot: number): readonly DueRun[] {
  const { namesByCredential } = probeIndex(config);
  const due = { slot, delayMs: 0, secretChanged: true } as const;
  return [...credentials].flatMap((credential) => [
    { credential, ...due },
    ...(namesByCredential.get(credential) ?? []).map((probe) => ({ probe, ...due })),
  ]);
}

/** As short for a long name as for a short one: a thousand of them, with their versions, are to fit into one item. */
function keyOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url').slice(0, 22);
}

function isSame(a: Versions, b: Versions): boolean {
  return a.size === b.size && [...a].every(([key, version]) => b.get(key) === version);
}
