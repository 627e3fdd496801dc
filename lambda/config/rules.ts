import * as z from 'zod';
import { MIN_EVERY_MS } from './bounds.ts';
import { formatDuration, parseDuration } from './duration.ts';
import { patternProblem } from './pattern.ts';

/*
 * The kinds of values that a configuration is made of. Each has one text for whatever is wrong with it: the rule with
 * its bounds. What was found is added when the problem is described.
 */

/** An object with these keys and no others. */
export function object<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  // For unknown keys the text is the list of the known ones: the nearest is found when the problem is described.
  return z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : OBJECT_RULE),
  });
}

export const OBJECT_RULE = 'must be an object';

export function integer(from: number, to: number) {
  const rule = `must be an integer from ${from} to ${to}`;
  return z.int(rule).min(from, rule).max(to, rule);
}

export function text(pattern: RegExp, rule: string) {
  return z.string(rule).regex(pattern, rule);
}

/** A text that is checked by a function, which says what is wrong with it. */
export function checkedText(rule: string, problemOf: (value: string) => string | undefined) {
  return z.string(rule).superRefine((value, context) => {
    const message = problemOf(value);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  });
}

export function boolean() {
  return z.boolean('must be true or false');
}

/** One of a few texts. */
export function choice<const Choices extends readonly [string, ...string[]]>(choices: Choices) {
  return z.enum(choices, choiceRule(choices));
}

export function choiceRule(choices: readonly string[]): string {
  return `must be one of ${choices.map((word) => JSON.stringify(word)).join(', ')}`;
}

/** A duration such as `5m`, as a multiple of `stepMs`; `rule` where something else will do as well. */
export function duration(
  fromMs: number,
  toMs: number,
  stepMs: number,
  example: string,
  rule = durationRule(fromMs, toMs, stepMs, example),
) {
  return z.string(rule).refine((value) => {
    const ms = parseDuration(value);
    return ms !== undefined && ms >= fromMs && ms <= toMs && ms % stepMs === 0;
  }, rule);
}

/** What a duration must be, for messages. */
export function durationRule(fromMs: number, toMs: number, stepMs: number, example: string): string {
  const step = stepMs > 1 ? ` in steps of ${formatDuration(stepMs)}` : '';
  return `must be a duration from ${formatDuration(fromMs)} to ${formatDuration(toMs)}${step}, such as "${example}"`;
}

/** What `every` is a multiple of: the minute at which the schedule ticks, or a second where the demo lowers the bound. */
export function stepMsOf(minimumEveryMs: number): number {
  return minimumEveryMs < MIN_EVERY_MS ? 1_000 : MIN_EVERY_MS;
}

/** An RE2 pattern. */
export function pattern() {
  return checkedText('must be an RE2 pattern', patternProblem);
}

/** A list with bounds; `keyOf` makes its items unique by what it returns. */
export function list<Item extends z.ZodType>(
  item: Item,
  from: number,
  to: number,
  keyOf?: (item: z.output<Item>) => unknown,
) {
  const rule = from === 0 ? `must be a list of at most ${to}` : `must be a list of ${from} to ${to}`;
  const items = z.array(item, rule).min(from, rule).max(to, rule);
  if (keyOf === undefined) return items.readonly();
  return items.refine((all) => new Set(all.map(keyOf)).size === all.length, 'must not hold anything twice').readonly();
}

/** An object whose keys are names that the author chooses. */
export function record<Value extends z.ZodType>(key: z.ZodString, value: Value, max: number, what: string) {
  const rule = `must be an object of at most ${max} ${what}`;
  return z.record(key, value, rule).refine((entries) => Object.keys(entries).length <= max, rule);
}
