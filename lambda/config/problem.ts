import { closest, distance } from 'fastest-levenshtein';
import { looksLikeSecret, mayHoldSecret } from './secret-looking.ts';
import type { CredentialConfig } from './types.ts';

/** Keys and indexes that lead to a value, such as `['probes', 2, 'every']`. */
export type Path = readonly (string | number)[];

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

const MAX_SHOWN_LENGTH = 80;

/**
 * One line for a person: `probes[2].every must be …, got "5": hint`.
 *
 * A value is shown only where no secret belongs: none below `credentials`, no header, query or body, of a URL neither
 * user name nor query, and nowhere a text that could be a token. A name that nobody knows is shown where it could be a
 * secret only if it is near to one that somebody does.
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

/** The name that was probably meant. */
function nearestName(wrong: string, names: readonly string[]): string | undefined {
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

/** `probes[2].expect.headers["x y"]`, and `config` for the whole. A key below a credential may be its value. */
function describePath(path: Path, isNear = false): string {
  const steps = path.map((step, depth) => {
    if (typeof step === 'number') return `[${step}]`;
    const mayBeValue = path[0] === 'credentials' && depth >= 2 && !isNear && !Object.hasOwn(CREDENTIAL_FIELDS, step);
    if (mayBeValue || mayHoldSecret(step)) return '["<hidden>"]';
    return /^[A-Za-z_][\w-]*$/.test(step) && step.length <= MAX_SHOWN_LENGTH ? `.${step}` : `[${quote(step)}]`;
  });
  return steps.join('').replace(/^\./, '') || 'config';
}

type FieldOf<Union> = Union extends unknown ? keyof Union : never;

/** Every field that a credential of some kind has. */
const CREDENTIAL_FIELDS = {
  kind: true,
  provider: true,
  secret: true,
  scopes: true,
  kmsKey: true,
  scheme: true,
  username: true,
  in: true,
  name: true,
  every: true,
  everyMs: true,
  expiresAt: true,
  apiUrl: true,
  introspection: true,
  issuer: true,
  allowPrivateNetwork: true,
  tokenUrl: true,
  clientId: true,
  clientAuth: true,
  parameters: true,
  audience: true,
  resource: true,
  rotates: true,
  assertionIssuer: true,
  subject: true,
  claims: true,
  appId: true,
  installationId: true,
  region: true,
  service: true,
  roleArn: true,
  externalId: true,
} satisfies Record<FieldOf<CredentialConfig> | 'every', true>;

function showValue(path: Path, value: unknown): string | undefined {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'an object';
  if (path[0] === 'credentials') return TYPED_CREDENTIAL_FIELDS.includes(path[2]) ? `a ${typeof value}` : undefined;
  if (holdsSecrets(path)) return undefined;
  if (typeof value !== 'string') return String(value);
  const text = path.at(-1) === 'url' ? withoutUrlSecrets(value) : value;
  return mayHoldSecret(shorten(text)) ? undefined : quote(text);
}

/** Fields whose rule does not tell that a text is meant, or which: of these a message says at least the type. */
const TYPED_CREDENTIAL_FIELDS: readonly unknown[] = ['kind', 'provider', 'in', 'name'];
const SECRET_PROBE_FIELDS: readonly unknown[] = ['headers', 'query', 'body', 'json'];

function holdsSecrets([, , field, inner]: Path): boolean {
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
  return { path: [...path, key], rule: 'is not a known key', meant: { wrong: key, names: known } };
}
