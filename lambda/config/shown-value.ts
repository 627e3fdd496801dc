import type { Path } from './path.ts';
import { quote, shorten } from './quote.ts';
import { mayHoldSecret } from './secret-looking.ts';

/**
 * The value that breaks a rule, for a message; `undefined` where none is shown.
 *
 * It is shown only where no secret belongs: of a credential no number, and no text but a duration, a date and a URL that is one, no
 * header, query or body, of a URL neither user name nor query, and nowhere a text that could be a token.
 */
export function showValue(path: Path, value: unknown): string | undefined {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'boolean') return String(value);
  if (path[0] === 'credentials') return showCredentialValue(path, value);
  if (holdsSecrets(path)) return undefined;
  if (typeof value !== 'string') return String(value);
  return showText(path.at(-1) === 'url' ? withoutUrlSecrets(value) : value);
}

/** Fields whose rule does not tell that a text is meant, or which: of these a message says at least the type. */
const TYPED_FIELDS: readonly unknown[] = [
  'kind',
  'provider',
  'in',
  'name',
  'every',
  'expiresAt',
  'apiUrl',
  'tokenUrl',
  'issuer',
  'url',
  'clientAuth',
  'rotates',
  'allowPrivateNetwork',
  'appId',
  'installationId',
];

/** What a mistaken duration or date looks like, and nobody's password. */
const SHOWN_TEXTS: Readonly<Record<string, RegExp>> = {
  every: /^\d{1,6} ?(?:ms|s|sec|seconds?|m|min|minutes?|h|hours?|d|days?)?$/,
  expiresAt: /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[T ][\d:.]{1,15} ?(?:Z|[+-][\d:]{2,6})?)?$/i,
};

const URL_FIELDS: readonly unknown[] = ['apiUrl', 'tokenUrl', 'issuer', 'url'];

function showCredentialValue(path: Path, value: unknown): string | undefined {
  const field = path.at(-1);
  const shown = typeof value === 'string' ? showCredentialText(String(field), value) : undefined;
  return shown ?? (TYPED_FIELDS.includes(field) ? `a ${typeof value}` : undefined);
}

function showCredentialText(field: string, text: string): string | undefined {
  if (URL_FIELDS.includes(field)) return /^https?:\/\/[^/]/i.test(text) ? showText(withoutUrlSecrets(text)) : undefined;
  return Object.hasOwn(SHOWN_TEXTS, field) && SHOWN_TEXTS[field]?.test(text) ? quote(text) : undefined;
}

const SECRET_PROBE_FIELDS: readonly unknown[] = ['headers', 'query', 'body', 'json'];

function holdsSecrets([, , field, inner]: Path): boolean {
  return SECRET_PROBE_FIELDS.includes(field) || (field === 'expect' && SECRET_PROBE_FIELDS.includes(inner));
}

function showText(text: string): string | undefined {
  return mayHoldSecret(shorten(text)) ? undefined : quote(text);
}

/** A URL, or what was meant to be one, without user name, password, query and fragment. */
function withoutUrlSecrets(url: string): string {
  return url.replace(/[?#].*$/s, '').replace(/^.*@/s, '<hidden>@');
}
