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
  /** The name of its file: who sent it. */
  readonly kind: string;
}

const FOLDER = new URL('../fixtures/refusals/', import.meta.url);
const HELD_BACK = new URL('held-back/', FOLDER);

function fixturesIn(folder: URL): readonly Fixture[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ndjson'))
    .flatMap((file) => {
      const lines = readFileSync(new URL(file, folder), 'utf8').trim().split('\n');
      const kind = file.replace('.ndjson', '');
      return lines.map((line) => ({ expect: { details: {} }, ...JSON.parse(line), kind }) as Fixture);
    });
}

export const fixtures: readonly Fixture[] = fixturesIn(FOLDER);
export const made: readonly Fixture[] = fixtures.filter(({ kind }) => kind === 'made');
export const real: readonly Fixture[] = fixtures.filter(({ kind }) => kind !== 'made');
/** All but the look-alikes that are no refusal. */
export const refusals: readonly Fixture[] = fixtures.filter(({ expect: { isRefusal } }) => isRefusal !== false);
/** What no rule was written from: for the report's totals alone. */
export const heldBack: readonly Fixture[] = fixturesIn(HELD_BACK);
