import type { Reading } from './reading.ts';

/** A run of bytes to look for in readings. */
export interface Needle {
  readonly bytes: Uint8Array;
  /** What each byte of a reading counts as in the comparison. */
  readonly fold: Uint8Array;
  /** For each length of a partial match, the longest shorter one that is still possible (Knuth, Morris, Pratt). */
  readonly fallback: Int32Array;
  /** Neighbours of base64 that hold bits of the secret too, before and after the run. */
  readonly lead: 0 | 1;
  readonly trail: 0 | 1;
}

/** A stretch `[start, end)` of a text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Shorter secrets, and shorter pieces of one, are not looked for: they would be found everywhere. */
export const SHORTEST_SECRET = 4;

/** The bytes as they are. */
export function plainNeedle(bytes: Uint8Array): Needle {
  return needle(bytes, SAME);
}

/** The bytes in hexadecimal, of either case. */
export function hexNeedle(bytes: Uint8Array): Needle {
  return needle(Buffer.from(Buffer.from(bytes).toString('hex')), LOWER);
}

/** The bytes in base64 or base64url, after any number of other bytes that were encoded with them. */
export function base64Needles(bytes: Uint8Array): readonly Needle[] {
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64url');
    // A character that also holds bits of a neighbour is not part of the run: it may be any.
    const partialBefore = before === 0 ? 0 : before + 1;
    const partialAfter = (before + bytes.length) % 3 === 0 ? 0 : 1;
    const run = encoded.slice(partialBefore, encoded.length - partialAfter);
    return { ...needle(Buffer.from(run), BASE64URL), lead: before === 0 ? 0 : 1, trail: partialAfter };
  });
}

/**
 * Where the needle is in the reading, as stretches of its text. A reading that stops in the middle of the needle counts
 * too when `cut`: its text was cut off there. Linear in the reading, whatever the two are.
 */
export function find({ bytes, fold, fallback, lead, trail }: Needle, reading: Reading, cut: boolean): Stretch[] {
  const found: Stretch[] = [];
  let matched = 0;
  for (let at = 0; at < reading.bytes.length; at++) {
    const byte = fold[reading.bytes[at] ?? 0];
    while (matched > 0 && byte !== bytes[matched]) matched = fallback[matched] ?? 0;
    if (byte === bytes[matched]) matched += 1;
    if (matched < bytes.length) continue;
    found.push(widened(reading, at + 1 - matched, at + 1, lead, trail));
    matched = fallback[matched] ?? 0;
  }
  if (cut && matched >= SHORTEST_SECRET) {
    const { start } = widened(reading, reading.bytes.length - matched, reading.bytes.length, lead, 0);
    found.push({ start, end: Number.POSITIVE_INFINITY });
  }
  return found;
}

/** The stretch with the neighbours that hold a part of the secret and with base64's padding. */
function widened({ bytes, starts, ends }: Reading, from: number, to: number, lead: number, trail: number): Stretch {
  let first = from;
  let last = to - 1;
  if (lead === 1 && isBase64(bytes[first - 1])) first -= 1;
  if (trail === 1 && isBase64(bytes[last + 1])) last += 1;
  if (trail === 1) while (bytes[last + 1] === EQUALS) last += 1;
  return { start: starts[first] ?? 0, end: ends[last] ?? 0 };
}

function needle(bytes: Uint8Array, fold: Uint8Array): Needle {
  const fallback = new Int32Array(bytes.length + 1);
  let matched = 0;
  for (let at = 1; at < bytes.length; at++) {
    while (matched > 0 && bytes[at] !== bytes[matched]) matched = fallback[matched] ?? 0;
    if (bytes[at] === bytes[matched]) matched += 1;
    fallback[at + 1] = matched;
  }
  return { bytes, fold, fallback, lead: 0, trail: 0 };
}

function isBase64(byte: number | undefined): boolean {
  return byte !== undefined && /[A-Za-z0-9+/_ -]/.test(String.fromCharCode(byte));
}

function table(fold: (character: string) => string): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => fold(String.fromCharCode(byte)).charCodeAt(0));
}

const EQUALS = 0x3d;
const SAME = table((character) => character);
const LOWER = table((character) => (character >= 'A' && character <= 'Z' ? character.toLowerCase() : character));
/** A plus has been read as a space. */
const BASE64URL = table((character) => ({ '+': '-', ' ': '-', '/': '_' })[character] ?? character);
