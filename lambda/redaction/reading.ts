import { CHARACTER_REFERENCES } from './character-references.ts';

/** A text as bytes, each with the stretch `[start, end)` of the text that it stands for. */
export interface Reading {
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** The text's UTF-8 bytes as they are. */
export function readAsIs(text: string): Reading {
  const tape = newTape(text);
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at) ?? 0;
    const end = at + (codePoint > 0xffff ? 2 : 1);
    for (const byte of utf8(codePoint)) store(tape, byte, at, end);
    at = end;
  }
  return taken(tape);
}

/**
 * The text's bytes with every escape undone: JSON (`\u0041`, `\/`), URL (`%41`, `+`), HTML (`&#65;`, `&amp;`), in any
 * mix and however often applied. What an escape may have made ambiguous is folded: `+` is read as a space, backslashes
 * are skipped and a line feed is the `n` of its `\n`. A secret that is read the same way is found in any disguise.
 *
 * Linear: a byte is stored once, and undoing an escape removes more bytes than it adds.
 */
export function readDecoded(text: string): Reading {
  const tape = newTape(text);
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at) ?? 0;
    const end = at + (codePoint > 0xffff ? 2 : 1);
    const escaped = tape.backslashes % 2 === 1;
    read(tape, codePoint, escaped ? tape.backslashAt : at, end);
    at = end;
  }
  return taken(tape);
}

interface Tape {
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** How many backslashes stood before each byte. */
  readonly backslashesBefore: Uint8Array;
  length: number;
  /** Backslashes read since the last byte, and where the last of them starts. */
  backslashes: number;
  backslashAt: number;
}

function newTape(text: string): Tape {
  const capacity = Buffer.byteLength(text);
  return {
    bytes: new Uint8Array(capacity),
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    backslashesBefore: new Uint8Array(capacity),
    length: 0,
    backslashes: 0,
    backslashAt: 0,
  };
}

function taken({ bytes, starts, ends, length }: Tape): Reading {
  return { bytes: bytes.subarray(0, length), starts, ends };
}

function store(tape: Tape, byte: number, start: number, end: number): void {
  const at = tape.length++;
  tape.bytes[at] = byte;
  tape.starts[at] = start;
  tape.ends[at] = end;
  tape.backslashesBefore[at] = Math.min(tape.backslashes, 255);
  tape.backslashes = 0;
}

/** Reads one character, then undoes the escape that it completes, and the one which that completes, and so on. */
function read(tape: Tape, character: number, start: number, end: number): void {
  let codePoint = character;
  let from = start;
  for (;;) {
    put(tape, codePoint, from, end);
    const completed = completedEscape(tape);
    if (completed === undefined) return;
    from = tape.starts[completed.at] ?? 0;
    tape.length = completed.at;
    tape.backslashes = (tape.backslashesBefore[completed.at] ?? 0) - completed.ownBackslashes;
    tape.backslashAt = from;
    if (completed.isByte) {
      store(tape, completed.meaning, from, end);
      return;
    }
    codePoint = completed.meaning;
  }
}

function put(tape: Tape, codePoint: number, start: number, end: number): void {
  if (codePoint === BACKSLASH) {
    tape.backslashes += 1;
    tape.backslashAt = start;
  } else if (codePoint < 0x80) {
    store(tape, FOLDED[codePoint] ?? codePoint, start, end);
  } else {
    const whole = isLowSurrogate(codePoint) ? joinSurrogates(tape, codePoint) : codePoint;
    for (const byte of utf8(whole)) store(tape, byte, start, end);
  }
}

/** The escape at the end of the tape: where it starts, and the character or the byte that it stands for. */
interface Escape {
  readonly at: number;
  readonly meaning: number;
  /** It is one byte of a longer UTF-8 sequence. */
  readonly isByte: boolean;
  readonly ownBackslashes: 0 | 1;
}

function completedEscape(tape: Tape): Escape | undefined {
  if (tape.backslashes > 0) return undefined;
  const last = tape.bytes[tape.length - 1] ?? 0;
  if (last === SEMICOLON) return completedReference(tape);
  return HEX[last] === -1 ? undefined : (completedPercent(tape) ?? completedUnicode(tape));
}

function completedPercent({ bytes, length }: Tape): Escape | undefined {
  if (bytes[length - 3] !== PERCENT) return undefined;
  const meaning = hexNumber(bytes, length - 2, length);
  return meaning === undefined ? undefined : { at: length - 3, meaning, isByte: meaning >= 0x80, ownBackslashes: 0 };
}

function completedUnicode({ bytes, length, backslashesBefore }: Tape): Escape | undefined {
  const at = length - 5;
  if (bytes[at] !== LETTER_U || backslashesBefore[at] === 0) return undefined;
  const meaning = hexNumber(bytes, at + 1, length);
  return meaning === undefined ? undefined : { at, meaning, isByte: false, ownBackslashes: 1 };
}

function completedReference({ bytes, length }: Tape): Escape | undefined {
  const window = bytes.subarray(Math.max(0, length - LONGEST_REFERENCE), length - 1);
  const ampersand = window.lastIndexOf(AMPERSAND);
  if (ampersand === -1) return undefined;
  const name = String.fromCharCode(...window.subarray(ampersand + 1));
  const meaning = CHARACTER_REFERENCES[name] ?? numericReference(name);
  if (meaning === undefined) return undefined;
  return { at: length - name.length - 2, meaning, isByte: false, ownBackslashes: 0 };
}

function numericReference(name: string): number | undefined {
  const [, hex, decimal] = /^#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,8}))$/.exec(name) ?? [];
  const codePoint = hex !== undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal ?? '', 10);
  return codePoint <= 0x10ffff ? codePoint : undefined; // NaN is not
}

/** Joins the second half of a surrogate pair with the first, which is on the tape as three bytes. */
function joinSurrogates(tape: Tape, low: number): number {
  const { bytes, length } = tape;
  const [first, second = 0, third = 0] = bytes.subarray(Math.max(0, length - 3), length);
  if (first !== 0xed || second < 0xa0 || second > 0xaf) return low;
  tape.length = length - 3;
  const high = 0xd000 | ((second & 0x3f) << 6) | (third & 0x3f);
  return 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
}

function isLowSurrogate(codePoint: number): boolean {
  return codePoint >= 0xdc00 && codePoint <= 0xdfff;
}

function hexNumber(bytes: Uint8Array, from: number, to: number): number | undefined {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = HEX[bytes[at] ?? 0] ?? -1;
    if (digit === -1) return undefined;
    value = value * 16 + digit;
  }
  return value;
}

/** UTF-8 of any number that a text can name, half a surrogate pair included. */
function utf8(codePoint: number): readonly number[] {
  if (codePoint < 0x80) return [codePoint];
  if (codePoint < 0x800) return [0xc0 | (codePoint >> 6), 0x80 | (codePoint & 0x3f)];
  const last = [0x80 | ((codePoint >> 6) & 0x3f), 0x80 | (codePoint & 0x3f)];
  if (codePoint < 0x10000) return [0xe0 | (codePoint >> 12), ...last];
  return [0xf0 | (codePoint >> 18), 0x80 | ((codePoint >> 12) & 0x3f), ...last];
}

const BACKSLASH = 0x5c;
const PERCENT = 0x25;
const AMPERSAND = 0x26;
const SEMICOLON = 0x3b;
const LETTER_U = 0x75;
const LONGEST_REFERENCE = '&DiacriticalGrave;'.length;

/** Value of a hexadecimal digit by its byte, -1 for any other byte. */
const HEX = Int8Array.from({ length: 256 }, (_, byte) =>
  '0123456789abcdef'.indexOf(String.fromCharCode(byte).toLowerCase()),
);

/** Bytes that are read as another one, because an escape can turn them into it. */
const FOLDED: Readonly<Record<number, number>> = {
  8: 0x62, // backspace, b
  9: 0x74, // tab, t
  10: 0x6e, // line feed, n
  12: 0x66, // form feed, f
  13: 0x72, // carriage return, r
  43: 0x20, // plus, space
};
