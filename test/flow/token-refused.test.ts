import { expect, test } from 'vitest';
import { parseConfig } from '../../lambda/config/schema.ts';
import { openDatabase } from '../../lambda/local/database.ts';
import { probe } from '../../lambda/probe.ts';
import { startServer } from '../support/http-server.ts';
import { runParts } from '../support/probe-deps.ts';

const MINUTE = 60_000;

/** A monitor of two probes whose client gets these answers of its token endpoint, one a run. */
async function alertsAfter(...answers: readonly string[]) {
  const clock = { now: Date.UTC(2026, 2, 2) };
  const now = () => clock.now;
  let answer = '';
  await using server = await startServer((_, response) => {
    response.writeHead(400, { 'content-type': 'application/json' });
    response.end(answer);
  });
  const url = `${server.url}/orders`;
  const config = parseConfig({
    monitor: 'shop',
    allowPrivateNetwork: true,
    credentials: {
      client: { kind: 'oauth2-client-credentials', secret: 'prod/client', tokenUrl: `${server.url}/token` },
    },
    probes: ['orders', 'refunds'].map((name) => ({ name, url, credential: 'client' })),
  });
  const database = openDatabase(':memory:', now);
  const value = JSON.stringify({ client_id: 'shop', client_secret: 's3cret' });
  const deps = {
    ...runParts({ read: async () => ({ value, version: 'v1' }) }, now),
    config,
    store: database.store,
    metrics: { put: async () => {} },
    schedulerGraceMs: 2 * MINUTE,
    log: () => {},
  };
  for (answer of answers) {
    const due = ['orders', 'refunds'].map((name) => ({ probe: name, slot: clock.now, delayMs: 0 }));
    await probe(due, Date.now() + 30_000, deps);
    clock.now += 5 * MINUTE;
  }
  return database.outbox.pending();
}

test.each(['unauthorized_client', 'invalid_scope', 'consent_required', 'temporarily_unavailable'])(
  'a token endpoint that answers %s gives no token: one alert of the credential, and none of its probes',
  async (error) => {
    const answer = JSON.stringify({ error });
    expect(await alertsAfter(answer, answer, answer)).toMatchObject([
      {
        kind: 'probe-failing',
        subject: { type: 'credential', name: 'client' },
        failures: [{ what: 'token', message: expect.stringContaining(error) }],
        failingCount: 2,
      },
    ]);
  },
);

test('a token endpoint that refuses for another reason has not let the client in: nothing is mended', async () => {
  const [invalid, unauthorized] = ['invalid_client', 'unauthorized_client'].map((error) => JSON.stringify({ error }));
  const alerts = await alertsAfter(invalid ?? '', invalid ?? '', unauthorized ?? '', unauthorized ?? '');
  expect(alerts.map(({ kind }) => kind)).not.toContain('recovered');
});
