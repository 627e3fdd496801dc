/** How long one diagnosis takes: median µs on a body of 1 KiB, the least ms on hostile answers of 64 KiB. Run it with Node. */
import { diagnose } from '../../lambda/diagnosis/diagnose.ts';
import type { Refusal } from '../../lambda/diagnosis/diagnosis.ts';
import { fixtures } from '../../test/diagnosis/fixtures.ts';
import { HOSTILE } from './hostile.ts';

const KIB = 1024;

function refusal(body: string): Refusal {
  return {
    request: { method: 'GET', url: 'https://api.example.com/x', headers: { authorization: 'Bearer x' } },
    response: { status: 403, headers: { 'content-type': 'application/json' }, body },
  };
}

function timesOf(run: () => void, rounds: number): number[] {
  return Array.from({ length: rounds }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
}

function medianMs(run: () => void, rounds: number): number {
  return timesOf(run, rounds).sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}

/** The least of several: what else the machine does only adds to it. */
function leastMs(run: () => void, rounds: number): number {
  return Math.min(...timesOf(run, rounds));
}

const padding = (size: number) =>
  Array.from({ length: Math.ceil(size / 40) }, (_, index) => [`field${index}`, 'an ordinary value'] as const);
const KIB_BODIES = {
  'JSON 1 KiB, telling code': JSON.stringify({
    error: { code: 'TOKEN_EXPIRED', message: 'Token expired.' },
    ...Object.fromEntries(padding(KIB)),
  }).slice(0),
  'JSON 1 KiB, a sentence': JSON.stringify({
    message: 'The current user is not allowed to POST the selected resource.',
    details: 'x'.repeat(900),
  }),
  'JSON 1 KiB, nothing said': JSON.stringify({ message: 'Forbidden', details: { trace: 'x'.repeat(900) } }),
};
for (let warmUp = 0; warmUp < 20; warmUp++) for (const fixture of fixtures) diagnose(fixture);
const perFixture = fixtures.map((fixture) => medianMs(() => diagnose(fixture), 25)).sort((a, b) => a - b);
console.log(
  `fixtures: median ${((perFixture[Math.floor(perFixture.length / 2)] ?? 0) * 1000).toFixed(0)} µs, slowest ${((perFixture.at(-1) ?? 0) * 1000).toFixed(0)} µs`,
);
for (const [name, body] of Object.entries(KIB_BODIES))
  console.log(`${name}: ${(medianMs(() => diagnose(refusal(body)), 2000) * 1000).toFixed(0)} µs`);
for (const [name, hostile] of HOSTILE)
  console.log(`64 KiB, ${name}: ${leastMs(() => diagnose(hostile), 50).toFixed(2)} ms`);
