import type { Refusal } from '../../../lambda/diagnosis/diagnosis.ts';
import { refusalOf } from '../../../lambda/diagnosis/is-refusal.ts';
import { property, toRefusal } from './exchange.ts';

export interface HarRefusals {
  readonly refusals: readonly Refusal[];
  /** How many entries were looked at, and what the others are. */
  readonly note: string;
}

/** The entries of an HTTP archive, if the value is one. */
export function harEntries(value: unknown): readonly unknown[] | undefined {
  const entries = property(property(value, 'log') ?? value, 'entries');
  return Array.isArray(entries) ? entries : undefined;
}

/**
 * The refusals among the entries of an HTTP archive.
 *
 * @see http://www.softwareishard.com/blog/har-12-spec/
 */
export function fromHar(entries: readonly unknown[]): HarRefusals {
  const answered = entries.map(toRefusal).filter((refusal) => refusal !== undefined);
  const refusals = answered.filter((refusal) => refusalOf(refusal) !== undefined);
  const silent = entries.length - answered.length;
  const count = refusals.length === 0 ? 'none' : String(refusals.length);
  const unanswered =
    silent === 0 ? '' : `; ${silent} had no answer at all, which is the network or the browser's own refusal (CORS)`;
  return {
    refusals,
    note: `The HAR has ${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}: ${count} of them ${refusals.length === 1 || refusals.length === 0 ? 'is a refusal' : 'are refusals'}${unanswered}.`,
  };
}
