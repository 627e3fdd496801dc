import { expect, test } from 'vitest';
import { caseOf } from '../../bench/diagnosis/fuzz/case.ts';
import { faultsOf } from '../../bench/diagnosis/fuzz/faults.ts';

/** `npm run fuzz:diagnosis` runs a million, and measures. */
const CASES = 20_000;
const PARTS = 20;

// In parts, so that none of them takes as long as a test may.
test.each(Array.from({ length: PARTS }, (_, part) => part * (CASES / PARTS)))(
  'diagnoses of made-up refusals from number %d keep all promises',
  (first) => {
    const numbers = Array.from({ length: CASES / PARTS }, (_, at) => first + at);
    const faults = numbers.flatMap((number) => faultsOf(caseOf(number)).map((fault) => `${fault} in case ${number}`));
    expect(faults).toEqual([]);
  },
  60_000,
);
