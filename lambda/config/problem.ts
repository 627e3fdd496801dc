import { closest, distance } from 'fastest-levenshtein';
import { looksLikeSecret, mayHoldSecret } from './secret-looking.ts';

/** Keys and indexes that lead to a value, such as `['probes', 2, 'every']`. */
export type Path = readonly (string | number)[];

/** One thing that is wrong with a configuration. */
export interface Problem {
  readonly path: Path;
  /** What has to hold; after `: ` a hint for what to do. */
  readonly rule: string;
  /** The value that breaks the rule; without it none is shown. */
  readonly found?: unknown;
}

const MAX_SHOWN_LENGTH = 80;

/**
 * One line for a person: `probes[2].every must be …, got "5": hint`.
 *
 * A value is shown only where no secret belongs: not below `credentials` but for a few fields, no header, query or body,
 * of a URL neither user name nor query, and nowhere a text that could be a token.
 */
export function describeProblem({ path, rule, ...rest }: Problem): string {
  const shown = 'found' in rest ? showValue(path, rest.found) : undefined;
  if (shown === undefined) return `${describePath(path)} ${rule}`;
  const [head, ...hint] = rule.split(/(?=: )/);
  return `${describePath(path)} ${head}, got ${shown}${hint.join('')}`;
}

/** `did you mean "x"?` for a near name, else the names there are. */
export function suggestName(wrong: string, names: readonly string[]): string {
  if (names.length === 0) return 'there are none';
  const near = closest(shorten(wrong), names);
  const typos = distance(near, shorten(wrong));
  if (typos < near.length && typos <= Math.max(2, near.length / 3)) return `did you mean ${quote(near)}?`;
  const listed = names.slice(0, 20).map(quote).join(', ');
  return `there ${names.length === 1 ? 'is' : 'are'} ${listed}${names.length > 20 ? ', …' : ''}`;
}

/** `probes[2].expect.headers["x y"]`, and `config` for the whole. */
function describePath(path: Path): string {
  const steps = path.map((step) => {
    if (typeof step === 'number') return `[${step}]`;
    if (mayHoldSecret(step)) return '["<hidden>"]';
    return /^[A-Za-z_][\w-]*$/.test(step) && step.length <= MAX_SHOWN_LENGTH ? `.${step}` : `[${quote(step)}]`;
  });
  return steps.join('').replace(/^\./, '') || 'config';
}

function showValue(path: Path, value: unknown): string | undefined {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (holdsSecrets(path)) return undefined;
  if (typeof value !== 'string') return String(value);
  const text = path.at(-1) === 'url' ? withoutUrlSecrets(value) : value;
  return mayHoldSecret(shorten(text)) ? undefined : quote(text);
}

const SHOWN_CREDENTIAL_FIELDS: readonly unknown[] = ['kind', 'provider', 'in', 'name'];
const SECRET_PROBE_FIELDS: readonly unknown[] = ['headers', 'query', 'body', 'json'];

function holdsSecrets([section, , field, inner]: Path): boolean {
  if (section === 'credentials') return !SHOWN_CREDENTIAL_FIELDS.includes(field);
  return SECRET_PROBE_FIELDS.includes(field) || (field === 'expect' && SECRET_PROBE_FIELDS.includes(inner));
}

/** A URL, or what was meant to be one, without user name, password, query and fragment. */
function withoutUrlSecrets(url: string): string {
  return url.replace(/[?#].*$/s, '').replace(/^.*@/s, '<hidden>@');
}

/** As JSON, which keeps a message on one line, and not too long. */
function quote(text: string): string {
  return JSON.stringify(shorten(text));
}

function shorten(text: string): string {
  return text.length <= MAX_SHOWN_LENGTH ? text : `${text.slice(0, MAX_SHOWN_LENGTH)}…`;
}

/** What to say of a key that nobody knows. */
export function unknownKey(path: Path, key: string, known: readonly string[]): Problem {
  const hint = looksLikeSecret(key) ? '' : `: ${suggestName(key, known)}`;
  return { path: [...path, key], rule: `is not a known key${hint}` };
}
