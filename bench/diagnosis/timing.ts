/** How long one diagnosis takes: median µs on a body of 1 KiB, ms on hostile bodies of 64 KiB. Run it with Node. */
import { diagnose } from '../../lambda/diagnosis/diagnose.ts';
import type { Refusal } from '../../lambda/diagnosis/diagnosis.ts';
import { fixtures } from '../../test/diagnosis/fixtures.ts';

const KIB = 1024;

function refusal(body: string): Refusal {
  return {
    request: { method: 'GET', url: 'https://api.example.com/x', headers: { authorization: 'Bearer x' } },
    response: { status: 403, headers: { 'content-type': 'application/json' }, body },
  };
}

function medianMs(run: () => void, rounds: number): number {
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
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
const HOSTILE_BODIES = {
  'nested arrays': '['.repeat(64 * KIB),
  'closed nested arrays': '['.repeat(32 * KIB) + ']'.repeat(32 * KIB),
  'round brackets': '('.repeat(64 * KIB),
  'token words': 'token key session user account '.repeat(2100),
  'access words': JSON.stringify({ message: 'the access to your permission '.repeat(2100) }),
  'many messages': JSON.stringify(
    Array.from({ length: 1000 }, (_, index) => ({ message: `the token of your user account limit ip ${index}` })),
  ),
  'open tags': '<a '.repeat(21 * KIB),
  'html of entities': `<html>${'&#65;'.repeat(13 * KIB)}`,
  'one word': 'a'.repeat(64 * KIB),
  'many keys': JSON.stringify(Object.fromEntries(Array.from({ length: 4000 }, (_, index) => [`key${index}`, 'a b']))),
};

for (let warmUp = 0; warmUp < 20; warmUp++) for (const fixture of fixtures) diagnose(fixture);
const perFixture = fixtures.map((fixture) => medianMs(() => diagnose(fixture), 25)).sort((a, b) => a - b);
console.log(
  `fixtures: median ${((perFixture[Math.floor(perFixture.length / 2)] ?? 0) * 1000).toFixed(0)} µs, slowest ${((perFixture.at(-1) ?? 0) * 1000).toFixed(0)} µs`,
);
for (const [name, body] of Object.entries(KIB_BODIES))
  console.log(`${name}: ${(medianMs(() => diagnose(refusal(body)), 2000) * 1000).toFixed(0)} µs`);
for (const [name, body] of Object.entries(HOSTILE_BODIES))
  console.log(`64 KiB of ${name}: ${medianMs(() => diagnose(refusal(body)), 50).toFixed(2)} ms`);
