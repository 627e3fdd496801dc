import { readdirSync, readFileSync } from 'node:fs';
import type { Cause } from '../../lambda/diagnosis/causes.ts';
import type { Details, Refusal } from '../../lambda/diagnosis/diagnosis.ts';

/** A real refusal with what a fair expert would call it, and where it was seen. */
export interface Fixture extends Refusal {
  readonly id: string;
  readonly expect: { readonly cause: Cause; readonly accept: readonly Cause[]; readonly details: Details };
  readonly source: string;
}

const FOLDER = new URL('../fixtures/refusals/', import.meta.url);

export const fixtures: readonly Fixture[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.ndjson'))
  .flatMap((file) => readFileSync(new URL(file, FOLDER), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as Fixture);
