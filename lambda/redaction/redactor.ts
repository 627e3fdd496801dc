import { ESCAPES, ESCAPES_LOWER, folded, LOWER, packed } from './fold.ts';
import {
  base64Needles,
  type Form,
  find,
  findPieces,
  hexNeedle,
  type Needle,
  type Pieces,
  piecesOf,
  plainNeedles,
  SHORTEST_SECRET,
  type Stretch,
} from './needle.ts';
import { readAsIs, readDecoded } from './reading.ts';
import type { Reading } from './tape.ts';
import { redactTokenShapes } from './token-shapes.ts';

/** Stands where a secret stood. */
export const REDACTED = '<redacted>';

/** Replaces every secret in a text, and everything that looks like a token, by `<redacted>`. */
export interface Redactor {
  (text: string): string;
  /** The same for a text that was cut off: a piece of a secret at its end is replaced too. */
  readonly cut: (text: string) => string;
  /** The same, with pieces of 8 characters or more that look like no word: for short texts, of which others know more. */
  readonly pieces: (text: string) => string;
  /** Whether one of the secrets is in the text, in whatever case; what only looks like a token does not count. */
  readonly finds: (text: string) => boolean;
}

/**
 * A redactor of these secrets: raw, escaped for JSON, URLs or HTML in any mix, in base64 or base64url at any offset, in
 * hexadecimal, with anything invisible in between; one of 8 characters or more in whatever case. A secret of fewer than
 * 4 characters is left alone: it would be found everywhere; so is, where it was escaped, one that is itself an escape
 * and stands for fewer. Time is linear in the text, however long a secret is.
 */
export function redactor(secrets: readonly string[]): Redactor {
  const known = [...new Set(secrets)].filter((secret) => secret.length >= SHORTEST_SECRET);
  const asciiOnly = known.every((secret) => /^[\0-\x7f]*$/.test(secret));
  const needles = known.flatMap((secret) => needlesOf(secret, secret.length >= SHORTEST_CASELESS));
  const caseless = known.flatMap((secret) => needlesOf(secret, true));
  const found = (text: string, cut: boolean, sought = needles) => {
    const readings = readingsOf(text, { asciiOnly, cut });
    return sought.flatMap((needle) => find(needle, readings(needle.form), cut));
  };
  const redact = (text: string, cut: boolean) => redactTokenShapes(replaced(text, found(text, cut)));
  let pieces: Pieces | undefined;
  const foundPieces = (text: string) => {
    pieces ??= piecesOf(known);
    const readings = readingsOf(text, { asciiOnly, cut: false });
    return [...pieces].flatMap(([form, ofForm]) => findPieces(ofForm, readings(form)));
  };
  return Object.assign((text: string) => redact(text, false), {
    cut: (text: string) => redact(text, true),
    pieces: (text: string) => redactTokenShapes(replaced(text, [...found(text, false), ...foundPieces(text)])),
    finds: (text: string) => found(text, false, caseless).length > 0,
  });
}

/** Applies `redact` to every string in plain data; the names of fields are ours and stay. */
export function redactDeep<Value>(value: Value, redact: (text: string) => string): Value;
export function redactDeep(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map((item) => redactDeep(item, redact));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, redactDeep(item, redact)]));
}

/** A shorter secret may be a word, which begins sentences too. */
const SHORTEST_CASELESS = 8;

/** What one secret is looked for as. As it is too: an escape that begins just before it swallows its first characters. */
function needlesOf(secret: string, caseless: boolean): readonly Needle[] {
  const { bytes } = readAsIs(secret);
  const all = [...plainNeedles(secret, caseless), ...base64Needles(bytes), hexNeedle(bytes)];
  return all.filter((needle) => needle.bytes.length >= SHORTEST_SECRET);
}

/** The readings of a text that are asked for, each made once. */
function readingsOf(text: string, options: { readonly asciiOnly: boolean; readonly cut: boolean }) {
  const made = new Map<Form | 'unfolded', Reading>();
  const once = (form: Form | 'unfolded', make: () => Reading): Reading => {
    const reading = made.get(form) ?? make();
    made.set(form, reading);
    return reading;
  };
  const decoded = () =>
    once('unfolded', () => {
      if (!/[\\%&]/.test(text)) return once('as-is', make['as-is']); // nothing is escaped
      const reading = readDecoded(text, options);
      return options.cut ? withoutHalfEscape(reading) : reading;
    });
  const make: Readonly<Record<Form, () => Reading>> = {
    'as-is': () => readAsIs(text, options),
    'as-is-caseless': () => folded(once('as-is', make['as-is']), LOWER),
    decoded: () => folded(decoded(), ESCAPES),
    'decoded-caseless': () => folded(decoded(), ESCAPES_LOWER),
    packed: () => packed(decoded()),
  };
  return (form: Form) => once(form, make[form]);
}

/** A cut may go through an escape, such as `%4`: the piece of a secret then ends before it. */
function withoutHalfEscape(reading: Reading): Reading {
  const tail = Buffer.from(reading.bytes.subarray(-LONGEST_HALF_ESCAPE)).toString('latin1');
  const half = /(?:%[0-9a-fA-F]?|%?u[0-9a-fA-F]{0,3}|x[0-9a-fA-F]?|&#?\w*)$/.exec(tail)?.[0] ?? '';
  return { ...reading, bytes: reading.bytes.subarray(0, reading.bytes.length - half.length) };
}

const LONGEST_HALF_ESCAPE = 18;

function replaced(text: string, found: readonly Stretch[]): string {
  if (found.length === 0) return text;
  const pieces: string[] = [];
  let kept = 0;
  for (const { start, end } of found.toSorted((a, b) => a.start - b.start)) {
    if (start > kept || kept === 0) pieces.push(text.slice(kept, start), REDACTED);
    kept = Math.max(kept, end);
  }
  pieces.push(text.slice(kept));
  return pieces.join('');
}
