import { closest, distance } from 'fastest-levenshtein';
import { isSecretKey } from './credentials/keys.ts';
import { describePath, type Path } from './path.ts';
import { quote, shorten } from './quote.ts';
import { looksLikeSecret } from './secret-looking.ts';
import { showValue } from './shown-value.ts';

/** One thing that is wrong with a configuration. */
export interface Problem {
  readonly path: Path;
  /** What has to hold; after `: ` a hint for what to do. */
  readonly rule: string;
  /** The value that breaks the rule; without it none is shown. */
  readonly found?: unknown;
  /** A name that is none of those that there are: the nearest is looked for only when the problem is described. */
  readonly meant?: { readonly wrong: string; readonly names: readonly string[] };
}

/**
 * One line for a person: `probes[2].every must be …, got "5": hint`.
 *
 * A value is shown only where no secret belongs. A name that nobody knows is shown where it could be a secret only if
 * it is near to one that somebody does.
 */
export function describeProblem(problem: Problem): string {
  const { path, rule, meant } = problem;
  if (meant !== undefined) return describeUnknown(problem, meant);
  const shown = 'found' in problem ? showValue(path, problem.found) : undefined;
  if (shown === undefined) return `${describePath(path)} ${rule}`;
  const [head, ...hint] = rule.split(/(?=: )/);
  return `${describePath(path)} ${head}, got ${shown}${hint.join('')}`;
}

function describeUnknown({ path, rule, found }: Problem, { wrong, names }: NonNullable<Problem['meant']>): string {
  if (looksLikeSecret(wrong)) return `${describePath(path)} ${rule}`;
  const near = nearestName(wrong, names);
  const got = near === undefined || found === undefined ? '' : `, got ${quote(wrong)}`;
  const where = describePath(path, near !== undefined);
  return `${where} ${rule}${got}: ${near === undefined ? listNames(names) : `did you mean ${quote(near)}?`}`;
}

/** The name that was probably meant, if one is near enough. */
export function nearestName(wrong: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const near = closest(shorten(wrong), names);
  const typos = distance(near, shorten(wrong));
  return typos < near.length && typos <= Math.max(2, near.length / 3) ? near : undefined;
}

function listNames(names: readonly string[]): string {
  if (names.length === 0) return 'there are none';
  const listed = names.slice(0, 20).map(quote).join(', ');
  return `there ${names.length === 1 ? 'is' : 'are'} ${listed}${names.length > 20 ? ', …' : ''}`;
}

/** What to say of a key that nobody knows. */
export function unknownKey(path: Path, key: string, known: readonly string[]): Problem {
  if (path[0] === 'credentials' && path.length === 2 && isSecretKey(key)) {
    return { path: [...path, key], rule: 'must not be set: its value belongs in the secret that "secret" names' };
  }
  return { path: [...path, key], rule: 'is not a known key', meant: { wrong: key, names: known } };
}
