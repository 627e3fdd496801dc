import { ESCAPES, ESCAPES_LOWER, EXACT, type Fold, LOWER } from './fold.ts';
import { readAsIs, readDecoded } from './reading.ts';
import type { Reading } from './tape.ts';

/** In which reading of a text a needle is looked for. */
export type Form = 'as-is' | 'as-is-caseless' | 'decoded' | 'decoded-caseless' | 'packed';

/** A run of bytes to look for in readings. */
export interface Needle {
  readonly form: Form;
  readonly bytes: Uint8Array;
  /** For each length of a partial match, the longest shorter one that is still possible (Knuth, Morris, Pratt). */
  readonly fallback: Int32Array;
  /** How many neighbours in base64 may hold bits of the secret too, before and after the run. */
  readonly lead: number;
  readonly trail: number;
}

/** A stretch `[start, end)` of a text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Shorter secrets, and shorter pieces of one, are not looked for: they would be found everywhere. */
export const SHORTEST_SECRET = 4;

/** The secret as it is, and as it is read where escapes are undone. */
export function plainNeedles(secret: string, caseless: boolean): readonly Needle[] {
  const asIs = readAsIs(secret).bytes;
  const decoded = readDecoded(secret).bytes;
  return caseless
    ? [needle('as-is-caseless', asIs, LOWER), needle('decoded-caseless', decoded, ESCAPES_LOWER)]
    : [needle('as-is', asIs, EXACT), needle('decoded', decoded, ESCAPES)];
}

/** The bytes in hexadecimal, of either case. */
export function hexNeedle(bytes: Uint8Array): Needle {
  return needle('decoded-caseless', Buffer.from(Buffer.from(bytes).toString('hex')), LOWER);
}

/** The bytes in base64 or base64url, once and twice, after any number of other bytes that were encoded with them. */
export function base64Needles(bytes: Uint8Array): readonly Needle[] {
  const once = runsOnce(bytes);
  const twice = once.flatMap((inner) =>
    runs(Buffer.from(inner.run), 'base64url').map(({ run, lead, trail }) => ({
      run,
      // A character and its padding, encoded again.
      lead: lead + 2 * inner.lead,
      trail: trail + 4 * inner.trail,
    })),
  );
  return packedNeedles([...once, ...twice]);
}

/** A stretch of base64, and how many of its neighbours hold bits of the same bytes. */
interface Run {
  readonly run: string;
  readonly lead: number;
  readonly trail: number;
}

function runsOnce(bytes: Uint8Array): readonly Run[] {
  const standard = runs(bytes, 'base64').filter(({ run }) => /[+/]/.test(run)); // the others are written the same
  return [...runs(bytes, 'base64url'), ...standard];
}

function packedNeedles(found: readonly Run[]): readonly Needle[] {
  return found.map(({ run, lead, trail }) => {
    const kept = Buffer.from(run.replaceAll('_', '/').replace(/[+-]/g, ''));
    return { ...needle('packed', kept, EXACT), lead, trail };
  });
}

/** What stands in base64 for the bytes alone, by how many bytes went before them. */
function runs(bytes: Uint8Array, encoding: 'base64' | 'base64url'): readonly Run[] {
  return ([0, 1, 2] as const).map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString(encoding)
      .replace(/={1,2}$/, '');
    // A character that also holds bits of a neighbour is not part of the run: it may be any.
    const partialBefore = before === 0 ? 0 : before + 1;
    const partialAfter = (before + bytes.length) % 3 === 0 ? 0 : 1;
    const run = encoded.slice(partialBefore, encoded.length - partialAfter);
    return { run, lead: before === 0 ? 0 : 1, trail: partialAfter } as const;
  });
}

/**
 * Where the needle is in the reading, as stretches of its text. A reading that stops in the middle of the needle counts
 * too when `cut`: its text was cut off there. Linear in the reading, whatever the two are.
 */
export function find({ bytes, fallback, lead, trail }: Needle, reading: Reading, cut: boolean): Stretch[] {
  const found: Stretch[] = [];
  // Any match begins with its first bytes, which are looked for much faster than the whole.
  const text = Buffer.from(reading.bytes.buffer, reading.bytes.byteOffset, reading.bytes.length);
  const head = bytes.subarray(0, SHORTEST_SECRET);
  let matched = 0;
  for (let at = text.indexOf(head); at !== -1 && at < text.length; at++) {
    const byte = text[at];
    while (matched > 0 && byte !== bytes[matched]) matched = fallback[matched] ?? 0;
    if (byte === bytes[matched]) matched += 1;
    if (matched === 0) {
      const next = text.indexOf(head, at + 1);
      if (next === -1) break;
      at = next - 1;
      continue;
    }
    if (matched < bytes.length) continue;
    found.push(widened(reading, at + 1 - matched, at + 1, lead, trail));
    matched = fallback[matched] ?? 0;
  }
  if (cut && matched >= SHORTEST_SECRET) {
    const { start } = widened(reading, text.length - matched, text.length, lead, 0);
    found.push({ start, end: Number.POSITIVE_INFINITY });
  }
  return found;
}

/** Short stretches of secrets that no word has, by the reading in which they are looked for. */
export type Pieces = ReadonlyMap<Form, ReadonlySet<string>>;

/** The pieces by which secrets that were cut, broken or damaged are known. */
export function piecesOf(secrets: readonly string[]): Pieces {
  const needles = secrets.flatMap((secret) => {
    const { bytes } = readAsIs(secret);
    return [...plainNeedles(secret, false), ...packedNeedles(runsOnce(bytes)), hexNeedle(bytes)];
  });
  const pieces = new Map<Form, Set<string>>();
  for (const { form, bytes } of needles) {
    const sought = Buffer.from(bytes).toString('latin1');
    const known = pieces.get(form) ?? new Set();
    pieces.set(form, known);
    for (let at = 0; at + PIECE <= sought.length; at++) {
      const piece = sought.slice(at, at + PIECE);
      if (isTelling(piece)) known.add(piece);
    }
  }
  return pieces;
}

/** Where one of the pieces is in the reading. */
export function findPieces(pieces: ReadonlySet<string>, reading: Reading): Stretch[] {
  const text = Buffer.from(reading.bytes).toString('latin1');
  const found: Stretch[] = [];
  for (let at = 0; at + PIECE <= text.length; at++) {
    if (pieces.has(text.slice(at, at + PIECE))) found.push(widened(reading, at, at + PIECE, 0, 0));
  }
  return found;
}

/** So many characters of a secret give it away. */
export const PIECE = 8;

/** Whether no word looks like it: it has a digit, or capitals within. */
export function isTelling(piece: string): boolean {
  return /\d|[a-z][A-Z]/.test(piece);
}

/** The stretch with the neighbours that hold a part of the secret and with base64's padding. */
function widened({ bytes, starts, ends }: Reading, from: number, to: number, lead: number, trail: number): Stretch {
  let first = from;
  let last = to - 1;
  while (from - first < lead && isBase64(bytes[first - 1])) first -= 1;
  while (last - to + 1 < trail && isBase64(bytes[last + 1])) last += 1;
  if (trail > 0) while (bytes[last + 1] === EQUALS) last += 1;
  return { start: starts[first] ?? 0, end: ends[last] ?? 0 };
}

function needle(form: Form, written: Uint8Array, fold: Fold): Needle {
  const bytes = written.map((byte) => fold[byte] ?? byte);
  const fallback = new Int32Array(bytes.length + 1);
  let matched = 0;
  for (let at = 1; at < bytes.length; at++) {
    while (matched > 0 && bytes[at] !== bytes[matched]) matched = fallback[matched] ?? 0;
    if (bytes[at] === bytes[matched]) matched += 1;
    fallback[at + 1] = matched;
  }
  return { form, bytes, fallback, lead: 0, trail: 0 };
}

function isBase64(byte: number | undefined): boolean {
  return byte !== undefined && /[A-Za-z0-9/]/.test(String.fromCharCode(byte));
}

const EQUALS = 0x3d;
