import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../lambda/config/schema.ts';
import type { Alert } from '../../lambda/incidents/alert.ts';
import { openDatabase } from '../../lambda/local/database.ts';
import type { DueRun, ReadSecret } from '../../lambda/ports.ts';
import { probe } from '../../lambda/probe.ts';
import type { RequestInput } from '../../lambda/request/request.ts';
import { ASKED, type RunResult } from '../../lambda/run-result.ts';
import { type GitlabToken, startGitlab } from '../support/gitlab.ts';
import { runParts } from '../support/probe-deps.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SELF = 'GET /api/v4/personal_access_tokens/self';

const good: GitlabToken = { active: true, revoked: false, scopes: ['api'], expiresAt: null, userId: 7 };

/** A monitor of one probe on a GitLab of its own, on a clock of its own, from a day in 2026 on. */
async function monitorOf(
  tokens: Record<string, GitlabToken>,
  credential: { scopes?: string[]; expiresAt?: string } = {},
) {
  const gitlab = await startGitlab(tokens);
  const clock = { now: Date.UTC(2026, 2, 2) };
  const now = () => clock.now;
  const secret: { current: ReadSecret; previous?: ReadSecret } = { current: { value: 'first', version: 'v1' } };
  const config = parseConfig({
    monitor: 'shop',
    allowPrivateNetwork: true,
    credentials: { gitlab: { kind: 'bearer', provider: 'gitlab', secret: 'prod/gitlab', ...credential } },
    probes: [{ name: 'projects', url: `${gitlab.url}/api/v4/projects`, credential: 'gitlab' }],
  });
  const database = openDatabase(':memory:', now);
  const asked: RunResult[] = [];
  const queued: DueRun[] = [];
  const parts = runParts({ read: async () => secret.current, previous: async () => secret.previous }, now);
  const deps = {
    ...parts,
    // Real requests, at the time of this clock.
    request: async (input: RequestInput) => ({ ...(await parts.request(input)), startedAt: clock.now }),
    config,
    store: database.store,
    metrics: { put: async () => {} },
    queue: {
      send: async (runs: readonly DueRun[]) => {
        queued.push(...runs);
        return [];
      },
    },
    schedulerGraceMs: 2 * MINUTE,
    log: () => {},
    onAsked: (result: RunResult) => void asked.push(result),
  };
  const make = (run: DueRun) => probe([run], Date.now() + 30_000, deps);
  return {
    gitlab,
    clock,
    secret,
    asked,
    queued,
    probe: () => make({ probe: 'projects', slot: clock.now, delayMs: 0 }),
    check: (noticed: { readonly secretChanged?: true } = {}) =>
      make({ credential: 'gitlab', slot: clock.now, delayMs: 0, ...noticed }),
    state: async () => (await database.store.readCredential('gitlab'))?.state,
    /** Those that were told since the last time, and are now sent. */
    async alerts(): Promise<readonly Alert[]> {
      const alerts = await database.outbox.pending();
      await database.outbox.remove(alerts);
      return alerts;
    },
    [Symbol.asyncDispose]: () => gitlab.close(),
  };
}

describe('a provider is asked', () => {
  test('at the first run, then by its own schedule, and not with each probe', async () => {
    await using monitor = await monitorOf({ first: good });
    for (let run = 0; run < 3; run++) {
      await monitor.probe();
      monitor.clock.now += 5 * MINUTE;
    }
    expect(monitor.gitlab.calls.filter((call) => call === SELF)).toHaveLength(1);
    await monitor.check();
    expect(monitor.gitlab.calls.filter((call) => call === SELF)).toHaveLength(2);
    expect(monitor.asked.map(({ outcome, probe: name, asking }) => [name, outcome, asking])).toEqual(
      Array(2).fill([ASKED, 'ok', { calls: 1, alive: true }]),
    );
  });

  test('at once when the secret has a new version, and when a probe is refused', async () => {
    await using monitor = await monitorOf({ first: good, second: good });
    await monitor.probe();
    monitor.clock.now += 6 * MINUTE;
    monitor.secret.current = { value: 'second', version: 'v2' };
    await monitor.probe();
    expect(monitor.asked.map(({ secretVersion }) => secretVersion)).toEqual(['v1', 'v2']);
    monitor.clock.now += 6 * MINUTE;
    monitor.secret.current = { value: 'gone', version: 'v3' };
    await monitor.probe();
    expect(monitor.asked.at(-1)).toMatchObject({ secretVersion: 'v3', outcome: 'refused' });
  });

  test('about a version that was just noticed, which it reads anew, however lately it was asked about another', async () => {
    await using monitor = await monitorOf({ first: good, second: good });
    await monitor.check();
    monitor.secret.current = { value: 'second', version: 'v2' };
    monitor.clock.now += 1_000;
    await monitor.check();
    expect(monitor.asked.map(({ secretVersion }) => secretVersion)).toEqual(['v1']);
    await monitor.check({ secretChanged: true });
    expect(monitor.asked.map(({ secretVersion }) => secretVersion)).toEqual(['v1', 'v2']);
  });

  test('not again before it wants to be', async () => {
    await using monitor = await monitorOf({ first: good });
    monitor.gitlab.state.page = { status: 429, type: 'application/json', body: '{"message":"Retry later"}' };
    await monitor.check();
    expect(monitor.asked[0]?.asking?.notBefore).toBe(monitor.clock.now + 15 * MINUTE);
    monitor.clock.now += 14 * MINUTE;
    await monitor.check();
    expect(monitor.asked).toHaveLength(1);
    monitor.clock.now += 2 * MINUTE;
    await monitor.check();
    expect(monitor.asked).toHaveLength(2);
  });
});

describe('what the provider says', () => {
  test('of the end: warned of once at each of the days ahead, and again for a new version', async () => {
    await using monitor = await monitorOf({
      first: { ...good, expiresAt: '2026-03-20' },
      second: { ...good, expiresAt: '2026-03-25' },
    });
    await monitor.check();
    const [warning] = await monitor.alerts();
    expect(warning).toMatchObject({
      kind: 'credential-expiring',
      grant: { expiresAt: Date.UTC(2026, 2, 20) / 1_000, expirySource: 'reported' },
      run: { probe: ASKED },
    });
    monitor.clock.now += DAY;
    await monitor.check();
    expect(await monitor.alerts()).toEqual([]);
    monitor.clock.now += 5 * DAY;
    await monitor.check();
    expect((await monitor.alerts()).map(({ kind }) => kind)).toEqual(['credential-expiring']);
    monitor.secret.current = { value: 'second', version: 'v2' };
    monitor.clock.now += 6 * MINUTE;
    await monitor.check();
    expect((await monitor.alerts()).map(({ grant }) => grant?.expiresAt)).toEqual([Date.UTC(2026, 2, 25) / 1_000]);
  });

  test.each([
    ['expired', { active: false }, 'credential-expired'],
    ['revoked', { active: false, revoked: true }, 'credential-revoked'],
  ] as const)('that it is %s: told after the asking that confirms it, a minute later', async (_, end, kind) => {
    const token = { ...good };
    await using monitor = await monitorOf({ first: token });
    await monitor.check();
    Object.assign(token, end);
    monitor.clock.now += 15 * MINUTE;
    await monitor.check();
    expect(await monitor.alerts()).toEqual([]);
    expect(monitor.queued).toEqual([{ credential: 'gitlab', slot: monitor.clock.now, delayMs: MINUTE, repeats: 1 }]);
    monitor.clock.now += MINUTE;
    await monitor.check();
    expect((await monitor.alerts()).map((alert) => alert.kind)).toEqual([kind]);
    expect(monitor.queued).toHaveLength(1);
    Object.assign(token, { active: true, revoked: false });
    monitor.clock.now += 15 * MINUTE;
    await monitor.check();
    expect((await monitor.alerts()).map((alert) => [alert.kind, alert.announcedAs])).toEqual([['recovered', kind]]);
  });

  test('of scopes: what is configured and lacking is told, and also what it once had', async () => {
    const configured = { ...good, scopes: ['read_user'] };
    await using one = await monitorOf({ first: configured }, { scopes: ['read_api'] });
    const remembered = { ...good, scopes: ['read_user', 'read_repository'] };
    await using other = await monitorOf({ first: remembered });
    for (const monitor of [one, other]) await monitor.check();
    remembered.scopes = ['read_user'];
    for (const monitor of [one, other]) {
      for (let minutes = 0; minutes < 30; minutes += 15) {
        monitor.clock.now += 15 * MINUTE;
        await monitor.check();
      }
    }
    const missing = (alerts: readonly Alert[]) => alerts.map(({ kind, grant }) => [kind, grant?.missingScopes]);
    expect(missing(await one.alerts())).toEqual([['scope-lost', ['read_api']]]);
    expect(missing(await other.alerts())).toEqual([['scope-lost', ['read_repository']]]);
    // A parent has what its children have.
    configured.scopes = ['api'];
    one.clock.now += 15 * MINUTE;
    await one.check();
    expect((await one.alerts()).map(({ kind }) => kind)).toEqual(['recovered']);
  });

  test('of scopes that are gained is noted, and told to nobody', async () => {
    const token = { ...good, scopes: ['read_user'] as readonly string[] };
    await using monitor = await monitorOf({ first: token });
    await monitor.check();
    token.scopes = ['read_user', 'read_api'];
    monitor.clock.now += 15 * MINUTE;
    await monitor.check();
    expect((await monitor.state())?.gained).toEqual(['read_api']);
    expect(await monitor.alerts()).toEqual([]);
  });

  test('of whom it speaks for: another user is told once', async () => {
    await using monitor = await monitorOf({ first: good, second: { ...good, userId: 8 } });
    await monitor.check();
    monitor.secret.current = { value: 'second', version: 'v2' };
    for (let check = 0; check < 3; check++) {
      monitor.clock.now += 15 * MINUTE;
      await monitor.check();
    }
    expect(
      (await monitor.alerts()).map(({ kind, grant, identityBefore }) => [kind, identityBefore, grant?.identity]),
    ).toEqual([['identity-changed', '7', '8']]);
  });
});

describe('nothing is said to be dead', () => {
  test.each([
    ['is down', { status: 503, type: 'text/plain', body: 'upstream' }],
    ['shows a page', { status: 200, type: 'text/html', body: '<html>Sign in</html>' }],
    ['answers in JSON of another kind', { status: 200, type: 'application/json', body: '{"revoked":true}' }],
    [
      'is behind a firewall',
      { status: 403, type: 'text/html', body: '<title>Attention Required! | Cloudflare</title>' },
    ],
  ])('because its provider %s', async (_, page) => {
    await using monitor = await monitorOf({ first: good });
    await monitor.check();
    monitor.gitlab.state.page = page;
    for (let check = 0; check < 4; check++) {
      monitor.clock.now += 15 * MINUTE;
      await monitor.check();
    }
    expect(await monitor.alerts()).toEqual([]);
    expect(monitor.asked.map(({ outcome }) => outcome)).toEqual(['ok', 'failed', 'failed', 'failed', 'failed']);
  });

  test('by a provider that has never known it, while its probes are let in', async () => {
    await using monitor = await monitorOf({ first: good });
    monitor.secret.current = { value: 'never heard of', version: 'v9' };
    for (let check = 0; check < 3; check++) {
      monitor.clock.now += 15 * MINUTE;
      await monitor.check();
    }
    expect(await monitor.alerts()).toEqual([]);
  });
});

describe('a new version of a secret', () => {
  test('that is refused while the one before still works: the alert says exactly that', async () => {
    await using monitor = await monitorOf({ first: good });
    await monitor.probe();
    monitor.secret.previous = monitor.secret.current;
    monitor.secret.current = { value: 'mistyped', version: 'v2' };
    for (let run = 0; run < 2; run++) {
      monitor.clock.now += 6 * MINUTE;
      await monitor.probe();
    }
    expect((await monitor.alerts()).map(({ kind, previousAccepted }) => [kind, previousAccepted])).toEqual([
      ['credential-invalid', true],
    ]);
  });

  test('that is refused like the one before: no word of it', async () => {
    const token = { ...good };
    await using monitor = await monitorOf({ first: token });
    await monitor.probe();
    token.revoked = true;
    monitor.secret.previous = monitor.secret.current;
    monitor.secret.current = { value: 'mistyped', version: 'v2' };
    for (let run = 0; run < 2; run++) {
      monitor.clock.now += 6 * MINUTE;
      await monitor.probe();
    }
    expect((await monitor.alerts()).map(({ previousAccepted }) => previousAccepted)).toEqual([undefined]);
  });

  test('makes a declared end void: it was declared for another', async () => {
    await using monitor = await monitorOf({ first: good, second: good }, { expiresAt: '2026-03-05' });
    await monitor.check();
    const [warning] = await monitor.alerts();
    expect(warning?.grant).toMatchObject({ expiresAt: Date.UTC(2026, 2, 5) / 1_000, expirySource: 'declared' });
    monitor.clock.now += DAY;
    await monitor.check();
    await monitor.alerts();
    monitor.secret.current = { value: 'second', version: 'v2' };
    for (let day = 0; day < 5; day++) {
      monitor.clock.now += DAY;
      await monitor.check();
    }
    expect(await monitor.alerts()).toEqual([]);
    expect((await monitor.state())?.grant?.expiresAt).toBeUndefined();
  });
});

test('a provider is left alone about a token whose end is told, until its next turn', async () => {
  const token = { ...good };
  await using monitor = await monitorOf({ first: token });
  await monitor.probe();
  token.revoked = true;
  for (let run = 0; run < 10; run++) {
    monitor.clock.now += MINUTE;
    await monitor.probe();
  }
  expect((await monitor.alerts()).map(({ kind }) => kind)).toEqual(['credential-revoked']);
  expect(monitor.gitlab.calls.filter((call) => call === SELF).length).toBeLessThanOrEqual(3);
});

test('the declared end of a credential is warned of, also while its secret cannot be read', async () => {
  await using monitor = await monitorOf({ first: good }, { expiresAt: '2026-03-05' });
  monitor.secret.current = { unreadable: 'secret prod/gitlab does not exist' };
  await monitor.check();
  expect((await monitor.alerts()).map(({ kind }) => kind)).toEqual(['credential-expiring']);
});
