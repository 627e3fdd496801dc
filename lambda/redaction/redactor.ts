import { base64Needles, find, hexNeedle, type Needle, plainNeedle, SHORTEST_SECRET, type Stretch } from './needle.ts';
import { type Reading, readAsIs, readDecoded } from './reading.ts';
import { redactTokenShapes } from './token-shapes.ts';

/** Stands where a secret stood. */
export const REDACTED = '<redacted>';

/** Replaces every secret in a text, and everything that looks like a token, by `<redacted>`. */
export interface Redactor {
  (text: string): string;
  /** The same for a text that was cut off: a piece of a secret at its end is replaced too. */
  readonly cut: (text: string) => string;
  /** Whether one of the secrets is in the text; what only looks like a token does not count. */
  readonly finds: (text: string) => boolean;
}

/**
 * A redactor of these secrets: raw, escaped for JSON, URLs or HTML in any mix, in base64 or base64url at any offset, in
 * hexadecimal. A secret of fewer than 4 characters is left alone: it would be found everywhere. Time is linear in the
 * text, however long a secret is.
 */
export function redactor(secrets: readonly string[]): Redactor {
  const known = [...new Set(secrets)].filter((secret) => secret.length >= SHORTEST_SECRET).map(disguises);
  const redact = (text: string, cut: boolean) => redactTokenShapes(replaced(text, stretches(known, text, cut)));
  return Object.assign((text: string) => redact(text, false), {
    cut: (text: string) => redact(text, true),
    finds: (text: string) => stretches(known, text, false).length > 0,
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

/** What one secret is looked for as. */
interface Disguises {
  /** In the text as it is: an escape that begins just before a raw secret swallows its first characters. */
  readonly asIs: Needle;
  /** In the text with its escapes undone. */
  readonly decoded: readonly Needle[];
}

function disguises(secret: string): Disguises {
  const { bytes } = readAsIs(secret);
  const decoded = readDecoded(secret).bytes;
  const plain = decoded.length >= SHORTEST_SECRET ? [plainNeedle(decoded)] : [];
  return { asIs: plainNeedle(bytes), decoded: [...plain, ...base64Needles(bytes), hexNeedle(bytes)] };
}

function stretches(known: readonly Disguises[], text: string, cut: boolean): Stretch[] {
  if (known.length === 0) return [];
  const asIs = readAsIs(text);
  const decoded = readDecoded(text);
  const whole = cut ? withoutHalfEscape(decoded) : decoded;
  return known.flatMap((secret) => [
    ...find(secret.asIs, asIs, cut),
    ...secret.decoded.flatMap((needle) => find(needle, whole, cut)),
  ]);
}

/** A cut may go through an escape, such as `%4`: the piece of a secret then ends before it. */
function withoutHalfEscape(reading: Reading): Reading {
  const tail = Buffer.from(reading.bytes.subarray(-LONGEST_HALF_ESCAPE)).toString('latin1');
  const half = /(?:%[0-9a-fA-F]?|u[0-9a-fA-F]{0,3}|&#?\w*)$/.exec(tail)?.[0] ?? '';
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
