import { describe, expect, test } from 'vitest';
import type { ConfigInput } from '../../lambda/config/input.ts';
import { parseConfig } from '../../lambda/config/schema.ts';
import type { Alert } from '../../lambda/incidents/alert.ts';
import { openDatabase } from '../../lambda/local/database.ts';
import type { Metric } from '../../lambda/metrics/metric.ts';
import type { ReadSecret, StateStore } from '../../lambda/ports.ts';
import { probe } from '../../lambda/probe.ts';
import type { RunResult } from '../../lambda/run-result.ts';
import { startServer } from '../support/http-server.ts';
import { runParts } from '../support/probe-deps.ts';

type Handler = Parameters<typeof startServer>[0];

/** A monitor of three probes on one credential, over a real server, with a store in memory. */
async function monitorOf(handler: Handler, alerts: ConfigInput['alerts'] = { failureThreshold: 1 }) {
  const server = await startServer(handler);
  const clock = { now: 10 * 60_000 };
  const secret: { current: ReadSecret; reads: number } = { current: { value: 'token-one', version: '1' }, reads: 0 };
  const config = parseConfig({
    monitor: 'shop',
    allowPrivateNetwork: true,
    alerts: alerts ?? {},
    credentials: { shop: { kind: 'bearer', secret: 'prod/shop', scopes: ['orders:read'] } },
    probes: ['orders', 'invoices', 'refunds'].map((name) => ({
      name,
      url: `${server.url}/${name}`,
      credential: 'shop',
      every: '1m',
    })),
  });
  const database = openDatabase(':memory:', () => clock.now);
  const metrics: Metric[] = [];
  const results: RunResult[] = [];
  const reader = {
    async read() {
      secret.reads += 1;
      return secret.current;
    },
  };
  const deps = {
    config,
    ...runParts(reader, () => clock.now),
    store: database.store as StateStore,
    metrics: { put: async (some: readonly Metric[]) => void metrics.push(...some) },
    schedulerGraceMs: 120_000,
    log: () => {},
    onResult: (result: RunResult) => void results.push(result),
  };
  const run = (names: readonly string[] = ['orders', 'invoices', 'refunds'], slot = clock.now, using = deps) =>
    probe(
      names.map((name) => ({ probe: name, slot, delayMs: 0 })),
      Date.now() + 30_000,
      using,
    );
  const alertsNow = async (): Promise<readonly Alert[]> => database.outbox.pending();
  return {
    run,
    deps,
    clock,
    secret,
    metrics,
    results,
    alertsNow,
    database,
    [Symbol.asyncDispose]: () => server.close(),
  };
}

const expired: Handler = (_request, response) => {
  response.writeHead(401, {
    'www-authenticate': 'Bearer error="invalid_token", error_description="The access token expired"',
  });
  response.end();
};

describe('a batch of runs', () => {
  test('of a healthy API: results, metrics, no alert', async () => {
    await using monitor = await monitorOf((_request, response) => response.end('{}'));
    expect(await monitor.run()).toEqual([]);
    expect(monitor.results.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok']);
    const sums = monitor.metrics
      .filter(({ name }) => name === 'Success')
      .map(({ value, unit, at }) => [value, unit, at]);
    expect(sums).toEqual(Array(3).fill([100, 'Percent', monitor.clock.now]));
    expect(await monitor.alertsNow()).toEqual([]);
  });

  test('on one dead credential: one alert, and one more read of the secret', async () => {
    await using monitor = await monitorOf(expired);
    monitor.clock.now += 1;
    await monitor.run();
    expect(
      (await monitor.alertsNow()).map(({ kind, subject, probeCount }) => [kind, subject.name, probeCount]),
    ).toEqual([['credential-expired', 'shop', 3]]);
    expect(monitor.secret.reads).toBeLessThanOrEqual(2);
  });

  test('that is delivered twice or late is made once', async () => {
    let calls = 0;
    await using monitor = await monitorOf((_request, response) => {
      calls += 1;
      response.end();
    });
    await monitor.run(['orders']);
    await monitor.run(['orders']);
    await monitor.run(['orders'], monitor.clock.now - 60_000);
    expect(calls).toBe(1);
  });

  test('that is older than its interval is counted as stale and not made', async () => {
    await using monitor = await monitorOf((_request, response) => response.end());
    await monitor.run(['orders'], monitor.clock.now - 180_000);
    expect(monitor.results).toEqual([]);
    expect(monitor.metrics.map(({ name, value }) => [name, value])).toContainEqual(['RunsStale', 1]);
  });

  test('of a probe that the configuration no longer has is dropped', async () => {
    await using monitor = await monitorOf((_request, response) => response.end());
    expect(await monitor.run(['gone'])).toEqual([]);
    expect(monitor.results).toEqual([]);
  });
});

describe('a secret', () => {
  test('that was rotated is read again and the call repeated: no outage', async () => {
    const seen: (string | undefined)[] = [];
    await using monitor = await monitorOf((request, response) => {
      seen.push(request.headers.authorization);
      if (request.headers.authorization === 'Bearer token-two') response.end('{}');
      else expired(request, response);
    });
    await monitor.deps.secrets.current('prod/shop');
    monitor.secret.current = { value: 'token-two', version: '2' };
    monitor.clock.now += 1;
    await monitor.run(['orders']);
    expect(seen).toEqual(['Bearer token-one', 'Bearer token-two']);
    expect(monitor.results.map(({ outcome, secretVersion }) => [outcome, secretVersion])).toEqual([['ok', '2']]);
  });

  test('that is known to have a new version is read anew, once, although the old one still works', async () => {
    const seen: (string | undefined)[] = [];
    await using monitor = await monitorOf((request, response) => {
      seen.push(request.headers.authorization);
      response.end('{}');
    });
    await monitor.deps.secrets.current('prod/shop');
    monitor.secret.current = { value: 'token-two', version: '2' };
    monitor.clock.now += 1;
    const due = { slot: monitor.clock.now, delayMs: 0, secretChanged: true } as const;
    const runs = ['orders', 'invoices', 'refunds'].map((name) => ({ probe: name, ...due }));
    await probe(runs, Date.now() + 30_000, monitor.deps);
    expect(seen).toEqual(Array(3).fill('Bearer token-two'));
    expect(monitor.secret.reads).toBe(2);
  });

  test('that was not rotated is not sent a second time', async () => {
    let calls = 0;
    await using monitor = await monitorOf((request, response) => {
      calls += 1;
      expired(request, response);
    });
    monitor.clock.now += 1;
    await monitor.run(['orders']);
    expect(calls).toBe(1);
  });

  test('that cannot be read: one alert with the reason, and nothing is sent without it', async () => {
    let calls = 0;
    await using monitor = await monitorOf((_request, response) => {
      calls += 1;
      response.end();
    });
    monitor.secret.current = { unreadable: 'secret prod/shop does not exist' };
    await monitor.run();
    const alerts = await monitor.alertsNow();
    expect(alerts.map(({ subject, failures }) => [subject, failures[0]?.message])).toEqual([
      [{ type: 'credential', name: 'shop' }, 'secret prod/shop does not exist'],
    ]);
    expect(calls).toBe(0);
  });
});

describe('what the monitor remembers of the call', () => {
  const invalid: Handler = (_request, response) => {
    response.writeHead(401, { 'content-type': 'application/json' });
    response.end('{"message":"Invalid token"}');
  };

  test('it succeeded with this secret, which is told beside a refusal', async () => {
    let handler: Handler = (_request, response) => response.end('{}');
    await using monitor = await monitorOf((request, response) => handler(request, response));
    await monitor.run(['orders']);
    const at = new Date(monitor.results[0]?.observedAt ?? 0).toISOString().replace('.000Z', 'Z');
    handler = invalid;
    monitor.clock.now += 60_000;
    await monitor.run(['orders']);
    expect(monitor.results[1]?.diagnosis?.evidence.at(-1)).toEqual({
      where: 'history',
      what: `the same call succeeded at ${at}`,
    });
    monitor.clock.now += 60_000;
    monitor.secret.current = { value: 'token-two', version: '2' };
    await monitor.run(['orders']);
    const places = monitor.results.at(-1)?.diagnosis?.evidence.map(({ where }) => where);
    expect(places).not.toContain('history');
  });
});

describe('a fault of the monitor', () => {
  test('the store refuses one credential: its runs go back to the queue, and none of them is lost', async () => {
    await using monitor = await monitorOf(expired);
    const broken = {
      ...monitor.deps,
      store: {
        ...monitor.deps.store,
        readCredential: async () => {
          throw new Error('throttled');
        },
      },
    };
    const again = await monitor.run(undefined, undefined, broken);
    expect(again.map(({ probe: name }) => name)).toEqual(['orders', 'invoices', 'refunds']);
    expect(await monitor.alertsNow()).toEqual([]);
    await monitor.run();
    expect(await monitor.alertsNow()).toHaveLength(1);
  });

  test('it dies after the credential was written and before the probe was: the repetition tells nothing twice', async () => {
    await using monitor = await monitorOf(expired);
    const dying = {
      ...monitor.deps,
      store: {
        ...monitor.deps.store,
        readProbe: async () => {
          throw new Error('killed');
        },
      },
    };
    const again = await monitor.run(['orders'], undefined, dying);
    expect(again).toHaveLength(1);
    await monitor.run(['orders']);
    expect(await monitor.alertsNow()).toHaveLength(1);
    expect((await monitor.database.store.readProbe('orders'))?.state.slot).toBe(monitor.clock.now);
  });

  test('metrics cannot be sent: state and alerts are there all the same, and the run is not repeated', async () => {
    await using monitor = await monitorOf(expired);
    const broken = {
      ...monitor.deps,
      metrics: {
        put: async () => {
          throw new Error('throttled');
        },
      },
    };
    expect(await monitor.run(undefined, undefined, broken)).toEqual([]);
    expect(await monitor.alertsNow()).toHaveLength(1);
  });
});

test('a secret that the server echoes, whole or encoded, is in no result, metric or alert', async () => {
  const planted = 's3cr3t/Pläin+"quoted"==';
  const forms = [
    planted,
    Buffer.from(planted).toString('base64'),
    encodeURIComponent(planted),
    JSON.stringify(planted).slice(1, -1),
  ];
  await using monitor = await monitorOf((request, response) => {
    if (request.url === '/refunds') {
      response.writeHead(302, { location: `/login?token=${encodeURIComponent(planted)}` }).end();
      return;
    }
    response.writeHead(403, {
      'content-type': 'application/json',
      'x-echo': forms.map((form) => encodeURI(form)).join(' '),
    });
    response.end(JSON.stringify({ error: { code: 'forbidden', message: `token ${forms.join(' ')} may not do this` } }));
  });
  monitor.secret.current = { value: planted, version: '1' };
  await monitor.run();
  const everything = JSON.stringify([monitor.results, monitor.metrics, await monitor.alertsNow()]);
  expect(monitor.results).toHaveLength(3);
  for (const form of [...forms, encodeURIComponent(forms[1] ?? '')]) expect(everything).not.toContain(form);
});

test('a secret that is a word of ours, such as the name of the probe, hides nothing of ours', async () => {
  for (const word of ['orders', 'refused', 'credential-expired', 'status']) {
    await using monitor = await monitorOf(expired);
    monitor.secret.current = { value: word, version: '1' };
    await monitor.run(['orders']);
    expect(monitor.results).toMatchObject([
      { probe: 'orders', outcome: 'refused', diagnosis: { cause: 'credential-expired' } },
    ]);
    expect((await monitor.database.store.readProbe('orders'))?.state.slot).toBe(monitor.clock.now);
  }
});

test('a page that the API redirects to is not its answer: a login is a refusal, and heals nothing', async () => {
  let expiredNow = true;
  await using elsewhere = await startServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Sign in</title>');
  });
  await using monitor = await monitorOf((request, response) => {
    if (expiredNow) expired(request, response);
    else response.writeHead(302, { location: `${elsewhere.url}/login?next=/orders` }).end();
  });
  await monitor.run(['orders']);
  expiredNow = false;
  monitor.clock.now += 60_000;
  await monitor.run(['orders']);
  expect(monitor.results.map(({ outcome, diagnosis }) => [outcome, diagnosis?.cause])).toEqual([
    ['refused', 'credential-expired'],
    ['refused', 'credential-missing'],
  ]);
  expect((await monitor.alertsNow()).map(({ kind }) => kind)).not.toContain('recovered');
});
