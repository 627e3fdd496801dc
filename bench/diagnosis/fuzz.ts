/**
 * Diagnoses made-up refusals and checks what `diagnose` promises of each answer: `npm run fuzz:diagnosis -- [runs]
 * [seed]`. A case is made from its number alone, so that a fault shows again with `-- 1 <number>`. Exits 1 on a fault.
 */
import { table } from '../../bin/terminal/table.ts';
import { diagnose } from '../../lambda/diagnosis/diagnose.ts';
import type { Diagnosis } from '../../lambda/diagnosis/diagnosis.ts';
import { type Case, caseOf } from './fuzz/case.ts';
import { faultsOf } from './fuzz/faults.ts';

const MAX_MS = 5;
const MS_PER_FIELD = 0.001;
/** From here a single measurement is repeated to see past what else the machine did. */
const SUSPICIOUS_MS = 2;
const MAX_LISTED = 10;

const runs = Number(process.argv[2] ?? 1_000_000);
const first = Number(process.argv[3] ?? 1);

interface Fault {
  readonly seed: number;
  readonly what: string;
}

const faults: Fault[] = [];
let slowest: { readonly seed: number; readonly ms: number; readonly length: number }[] = [];
let totalMs = 0;
const started = performance.now();

for (let warmUp = 0; warmUp < 200; warmUp++) timed(caseOf(warmUp));
for (let seed = first; seed < first + runs; seed++) {
  const one = caseOf(seed);
  const { ms, diagnosis } = timed(one);
  totalMs += ms;
  if (ms > SUSPICIOUS_MS) {
    const least = Math.min(ms, ...Array.from({ length: 5 }, () => timed(one).ms));
    const length = one.refusal.response.body?.length ?? 0;
    slowest = [...slowest, { seed, ms: least, length }].sort((a, b) => b.ms - a.ms).slice(0, MAX_LISTED);
    if (least > allowedMs(one)) report({ seed, what: `takes ${least.toFixed(1)} ms` });
  }
  for (const what of faultsOf(one, diagnosis)) report({ seed, what });
  if (seed % 1000 === 0) progress(seed - first);
}
if (process.stderr.isTTY) process.stderr.write('\n');

console.log(
  table([
    ['cases', String(runs)],
    ['faults', String(faults.length)],
    ['mean', `${((totalMs / runs) * 1000).toFixed(0)} µs`],
    ['slowest', `${(slowest[0]?.ms ?? 0).toFixed(2)} ms`],
    ['took', `${((performance.now() - started) / 1000).toFixed(0)} s`],
  ]),
);
for (const { seed, ms, length } of slowest)
  console.log(`case ${seed}: ${ms.toFixed(2)} ms, body of ${length} characters`);
if (faults.length > 0) process.exitCode = 1;

/** A diagnosis and how long it took; one that throws took no time, and is found later. */
function timed({ refusal, context }: Case): { readonly ms: number; readonly diagnosis?: Diagnosis } {
  const start = performance.now();
  try {
    const diagnosis = diagnose(refusal, context);
    return { ms: performance.now() - start, diagnosis };
  } catch {
    return { ms: 0 };
  }
}

/** Ten thousand header fields take longer just to be listed. */
function allowedMs({ refusal: { request, response } }: Case): number {
  const fields = Object.keys(request.headers).length + Object.keys(response.headers).length;
  return MAX_MS + fields * MS_PER_FIELD;
}

/** Shown at once: whoever looks for a fault does not wait for the others. */
function report(fault: Fault): void {
  faults.push(fault);
  console.log(`\nFAULT in case ${fault.seed}: ${fault.what}`);
}

function progress(done: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r${done} of ${runs} cases, ${faults.length} faults`);
}
