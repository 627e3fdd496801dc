import { expect, test } from 'vitest';
import { parseConfig } from '../../lambda/config/schema.ts';
import { openDatabase } from '../../lambda/local/database.ts';
import { probe } from '../../lambda/probe.ts';
import type { RunResult } from '../../lambda/run-result.ts';
import { startServer } from '../support/http-server.ts';
import { runParts } from '../support/probe-deps.ts';

const MINUTE = 60_000;

/** Gives tokens that it says live for an hour, and knows none but the last. */
async function startForgetful() {
  const given = { tokens: 0, last: '' };
  const server = await startServer((incoming, response) => {
    response.setHeader('content-type', 'application/json');
    if (incoming.url === '/token') {
      given.tokens += 1;
      given.last = `token-${given.tokens}`;
      return response.end(JSON.stringify({ access_token: given.last, token_type: 'bearer', expires_in: 3_600 }));
    }
    if (incoming.headers.authorization === `OAuth ${given.last}`) {
      return response.end(JSON.stringify({ client_id: 'shop', expires_in: 3_000, scopes: [] }));
    }
    return response.writeHead(401).end('{"status":401,"message":"invalid access token"}');
  });
  return { given, url: server.url, [Symbol.asyncDispose]: () => server.close() };
}

test('a minted token that its server ends before its time is no end of the credential: another is minted', async () => {
  await using server = await startForgetful();
  const clock = { now: Date.UTC(2026, 2, 2) };
  const now = () => clock.now;
  const config = parseConfig({
    monitor: 'shop',
    allowPrivateNetwork: true,
    credentials: {
      client: {
        kind: 'oauth2-client-credentials',
        provider: 'twitch',
        secret: 'prod/client',
        tokenUrl: `${server.url}/token`,
        apiUrl: server.url,
      },
    },
    probes: [{ name: 'page', url: `${server.url}/page` }],
  });
  const database = openDatabase(':memory:', now);
  const value = JSON.stringify({ client_id: 'shop', client_secret: 's3cret' });
  const asked: RunResult[] = [];
  const deps = {
    ...runParts({ read: async () => ({ value, version: 'v1' }) }, now),
    config,
    store: database.store,
    metrics: { put: async () => {} },
    schedulerGraceMs: 2 * MINUTE,
    log: () => {},
    onAsked: (result: RunResult) => void asked.push(result),
  };
  for (const end of [false, true, true, true]) {
    if (end) server.given.last = 'none';
    await probe([{ credential: 'client', slot: clock.now, delayMs: 0 }], Date.now() + 30_000, deps);
    clock.now += 15 * MINUTE;
  }
  expect(asked.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok', 'ok']);
  expect(server.given.tokens).toBe(4);
  expect(await database.outbox.pending()).toEqual([]);
});
