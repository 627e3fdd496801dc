/**
 * How many probes a second of CPU makes: whole runs (secret, fresh connection, request, diagnosis, expectations, state,
 * metrics) against a server in another process, healthy and refused in turn. Prints the median of several rounds.
 *
 *   npm run bench:throughput
 */

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseConfig } from '../lambda/config/schema.ts';
import { openDatabase } from '../lambda/local/database.ts';
import { probe } from '../lambda/probe.ts';
import { runParts } from '../lambda/run-parts.ts';

const ROUNDS = 7;
const RUNS_A_ROUND = 1_000;
const BATCH = 10;

if (process.send) serve(process.send.bind(process));
else await measure();

function serve(send: (message: unknown) => void): void {
  const server = createServer((request, response) => {
    if (request.url === '/refused') {
      response.writeHead(401, { 'www-authenticate': 'Bearer error="invalid_token", error_description="expired"' });
    }
    response.end(JSON.stringify({ items: Array(20).fill({ id: 1, name: 'boots', price: 12.5 }) }));
  });
  server.listen(0, '127.0.0.1', () => send((server.address() as AddressInfo).port));
}

async function measure(): Promise<void> {
  const child = fork(import.meta.filename);
  const [port] = await once(child, 'message');
  const deps = dependencies(Number(port));
  const perCpuSecond: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const before = process.cpuUsage();
    for (let run = 0; run < RUNS_A_ROUND; run += BATCH) {
      const slot = (round * RUNS_A_ROUND + run + 1) * 60_000;
      const runs = deps.config.probes.map(({ name }) => ({ probe: name, slot, delayMs: 0 }));
      await probe(runs, Date.now() + 60_000, { ...deps, now: () => slot });
    }
    const { user, system } = process.cpuUsage(before);
    // The first round warms up.
    if (round > 0) perCpuSecond.push(RUNS_A_ROUND / ((user + system) / 1e6));
  }
  perCpuSecond.sort((a, b) => a - b);
  const [low, median, high] = [perCpuSecond[0], perCpuSecond[Math.floor(ROUNDS / 2)], perCpuSecond.at(-1)].map((n) =>
    Math.round(n ?? 0),
  );
  console.log(`${median} probes a CPU-second (median of ${ROUNDS} rounds of ${RUNS_A_ROUND}; ${low} to ${high})`);
  child.disconnect();
  child.kill();
}

function dependencies(port: number) {
  const config = parseConfig({
    monitor: 'bench',
    allowPrivateNetwork: true,
    credentials: { token: { kind: 'bearer', secret: 'token' } },
    probes: Array.from({ length: BATCH }, (_, i) => ({
      name: `probe ${i}`,
      url: `http://127.0.0.1:${port}/${i % 2 === 0 ? 'well' : 'refused'}`,
      credential: 'token',
    })),
  });
  return {
    config,
    ...runParts({
      reader: { read: async () => ({ value: 'a-secret-token', version: '1' }) },
      now: Date.now,
      log: () => {},
    }),
    store: openDatabase(':memory:', Date.now).store,
    metrics: { put: async () => {} },
    schedulerGraceMs: 60_000,
    log: () => {},
  };
}
