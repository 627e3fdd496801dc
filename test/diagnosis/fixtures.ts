import { readdirSync, readFileSync } from 'node:fs';
import type { Cause } from '../../lambda/diagnosis/causes.ts';
import type { Details, Refusal } from '../../lambda/diagnosis/diagnosis.ts';

/** A refusal, real or made up, with what a fair expert would call it, and where it was seen. */
export interface Fixture extends Refusal {
  readonly id: string;
  readonly expect: {
    readonly cause: Cause;
    readonly accept: readonly Cause[];
    readonly details: Details;
    /** `false` for a look-alike that is no refusal at all. */
    readonly isRefusal?: false;
  };
  /** The address at which the response was read, or `made: ` and the shape that a made-up one follows. */
  readonly source: string;
}

const FOLDER = new URL('../fixtures/refusals/', import.meta.url);

function fixturesOf(file: string): readonly Fixture[] {
  const lines = readFileSync(new URL(file, FOLDER), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Fixture);
}

const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ndjson'));

export const made: readonly Fixture[] = fixturesOf('made.ndjson');
export const real: readonly Fixture[] = files.filter((file) => file !== 'made.ndjson').flatMap(fixturesOf);
export const fixtures: readonly Fixture[] = [...real, ...made];
/** All but the look-alikes that are no refusal. */
export const refusals: readonly Fixture[] = fixtures.filter(({ expect: { isRefusal } }) => isRefusal !== false);
