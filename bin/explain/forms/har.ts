import type { Refusal } from '../../../lambda/diagnosis/diagnosis.ts';
import { refusalOf } from '../../../lambda/diagnosis/is-refusal.ts';
import { property, toRefusal, UNKNOWN_FIELDS } from './exchange.ts';

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
  const answered = entries.map(toRefusal).flatMap((refusal) => (refusal === undefined ? [] : [withoutGuess(refusal)]));
  const refusals = answered.filter((refusal) => refusalOf(refusal) !== undefined);
  const silent = entries.length - answered.length;
  const unanswered =
    silent === 0 ? '' : `; ${silent} had no answer at all, which is the network or the browser's own refusal (CORS)`;
  return { refusals, note: `The HAR has ${counted(entries.length)}: ${share(refusals.length)}${unanswered}.` };
}

/** Browsers leave credentials out of what they save, unless they are told otherwise. */
function withoutGuess({ request, response }: Refusal): Refusal {
  return { request: { ...request, headers: { ...UNKNOWN_FIELDS, ...request.headers } }, response };
}

function counted(entries: number): string {
  return entries === 1 ? '1 entry' : `${entries} entries`;
}

function share(refusals: number): string {
  if (refusals === 0) return 'no refusal among them';
  return refusals === 1 ? '1 of them is a refusal' : `${refusals} of them are refusals`;
}
