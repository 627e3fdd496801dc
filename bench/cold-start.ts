/**
 * What it costs to load each handler in a new process, against an empty one: CPU time until the module is ready, as
 * Lambda's init phase does it. The processes take turns, so that a slow moment of the machine hits all of them.
 *
 *   npm run bench:cold-start
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from '../lambda/config/schema.ts';
import { bundleHandlers } from '../lib/bundle.ts';

const ROUNDS = 15;
const MEASURE = `
  const before = process.cpuUsage();
  await import(process.argv[1]);
  const { user, system } = process.cpuUsage(before);
  console.log((user + system) / 1000);
`;

const folder = mkdtempSync(join(tmpdir(), 'scopewatch-bench-'));
try {
  writeFileSync(join(folder, 'empty.mjs'), 'export const handler = async () => {};\n');
  bundleHandlers(folder);
  const config = parseConfig({ monitor: 'bench', probes: [{ name: 'a', url: 'https://api.example.com/' }] });
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
  const names = ['empty', 'dispatch', 'probe', 'notify'];
  const samples = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of names) samples.get(name)?.push(loadMs(join(folder, `${name}.mjs`)));
  }
  const medians = names.map((name) => [name, median(samples.get(name) ?? [])] as const);
  const empty = medians[0]?.[1] ?? 0;
  for (const [name, ms] of medians) {
    console.log(`${name.padEnd(9)} ${ms.toFixed(1).padStart(7)} ms CPU  (+${(ms - empty).toFixed(1)} ms)`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

function loadMs(file: string): number {
  const env = {
    PATH: process.env.PATH,
    AWS_REGION: 'eu-central-1',
    SCOPEWATCH_TABLE: 'table',
    SCOPEWATCH_QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/123456789012/queue',
    SCOPEWATCH_TOPIC_ARN: 'arn:aws:sns:eu-central-1:123456789012:topic',
  };
  return Number(
    execFileSync(process.execPath, ['--input-type=module', '-e', MEASURE, file], { env, encoding: 'utf8' }),
  );
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
