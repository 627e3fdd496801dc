import type * as z from 'zod';
import { MAX_PROBLEMS, MIN_EVERY_MS } from './bounds.ts';
import { ConfigError } from './config-error.ts';
import { configSchema } from './config-schema.ts';
import { normalise } from './normalise.ts';
import type { Path } from './path.ts';
import { copyPlain, isRecord } from './plain.ts';
import { describeProblem, type Problem, unknownKey } from './problem.ts';
import { relationProblems } from './relations.ts';
import type { Config } from './types.ts';

export interface ParseOptions {
  /** Lowers the bound of `every` for what runs on this machine only; then any whole second will do. Default: 1m. */
  readonly minimumEveryMs?: number;
}

/**
 * Checks a configuration and fills in its defaults.
 *
 * Throws nothing but `ConfigError`, whatever the input is: with all problems at once, in the order of the input, of
 * more than `MAX_PROBLEMS` with how many more there are.
 */
export function parseConfig(input: unknown, { minimumEveryMs = MIN_EVERY_MS }: ParseOptions = {}): Config {
  const plain = readPlain(input);
  const parsed = schemaFor(minimumEveryMs).safeParse(plain.value);
  const found = [
    ...(parsed.error?.issues ?? []).flatMap((issue) => problemsOf(issue, plain.value)),
    ...relationProblems(plain.value),
  ].filter(({ path }) => !plain.problems.some((problem) => isPrefix(problem.path, path)));
  const problems = [...plain.problems, ...found].toSorted(inOrderOf(plain.value));
  if (parsed.success && problems.length === 0) return normalise(parsed.data);
  throw new ConfigError(describeAll(problems));
}

const schemas = new Map<number, ReturnType<typeof configSchema>>();

/** Made once a bound: making it takes longer than checking most configurations. */
function schemaFor(minimumEveryMs: number): ReturnType<typeof configSchema> {
  const schema = schemas.get(minimumEveryMs) ?? configSchema(minimumEveryMs);
  schemas.set(minimumEveryMs, schema);
  return schema;
}

function readPlain(input: unknown): ReturnType<typeof copyPlain> {
  try {
    return copyPlain(input);
  } catch (cause) {
    throw new ConfigError(['config cannot be read: a getter or a proxy in it throws'], { cause });
  }
}

function describeAll(problems: readonly Problem[]): readonly string[] {
  const distinct = [
    ...new Map(problems.map((problem) => [JSON.stringify([problem.path, problem.rule]), problem])).values(),
  ];
  const more = distinct.length - MAX_PROBLEMS;
  const listed = distinct.slice(0, MAX_PROBLEMS).map(describeProblem);
  return more > 0 ? [...listed, `and ${more} more ${more === 1 ? 'problem' : 'problems'}`] : listed;
}

/** What zod found, as one problem for each thing to mend. */
function problemsOf(issue: z.core.$ZodIssue, root: unknown): readonly Problem[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(path, key, issue.message.split(' ')));
  }
  if (issue.code === 'invalid_key') return [{ path, rule: issue.issues[0]?.message ?? issue.message }];
  // Of a union, only what was meant is of interest: the branch that at least has the type of the value.
  const meant = issue.code === 'invalid_union' ? issue.errors.find((branch) => !branch.some(isWrongType)) : undefined;
  if (meant === undefined) return [{ path, rule: issue.message, found: valueAt(root, path) }];
  return meant.flatMap((inner) => problemsOf({ ...inner, path: [...issue.path, ...inner.path] }, root));
}

function isWrongType(issue: z.core.$ZodIssue): boolean {
  const isUnionOfWrongTypes =
    issue.code === 'invalid_union' && issue.errors.every((branch) => branch.some(isWrongType));
  return issue.path.length === 0 && (issue.code === 'invalid_type' || isUnionOfWrongTypes);
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    root,
  );
}

function isPrefix(prefix: Path, path: Path): boolean {
  return prefix.every((step, index) => path[index] === step);
}

/** Sorts by section as written and then by item, so that what belongs to one probe or credential stands together. */
function inOrderOf(root: unknown): (a: Problem, b: Problem) => number {
  const sections = orderOf(root);
  const credentials = orderOf(isRecord(root) ? root.credentials : undefined);
  const section = ({ path }: Problem) => sections.get(path[0]) ?? -1;
  const item = ({ path: [first, second] }: Problem) =>
    first === 'credentials' ? (credentials.get(second) ?? -1) : typeof second === 'number' ? second : 0;
  return (a, b) => section(a) - section(b) || item(a) - item(b);
}

function orderOf(value: unknown): ReadonlyMap<unknown, number> {
  return new Map(Object.keys(isRecord(value) ? value : {}).map((key, index) => [key, index]));
}
