import { isInvisible } from './invisible.ts';

/** A text as bytes, each with the stretch `[start, end)` of the text that it stands for. */
export interface Reading {
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Whether a backslash stood before each byte: how many. */
  readonly escaped: Uint8Array;
}

/** How a text is to be read. */
export interface ReadingOptions {
  /** Nobody looks for a character beyond ASCII: a run of them is read as one byte. */
  readonly asciiOnly?: boolean;
  /** The text was cut off, maybe within an escape. */
  readonly cut?: boolean;
}

/** What is being read, byte by byte: an escape that its last character completes is taken back. */
export interface Tape {
  readonly asciiOnly: boolean;
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** How many backslashes stood before each byte. */
  readonly backslashesBefore: Uint8Array;
  length: number;
  /** Backslashes read since the last byte, and where the last of them starts. */
  backslashes: number;
  backslashAt: number;
  /** First halves of surrogate pairs may be on it. */
  halves: boolean;
}

/** An empty tape with room for the text: undoing escapes only ever makes it shorter. */
export function newTape(text: string, { asciiOnly = false }: ReadingOptions): Tape {
  const capacity = Buffer.byteLength(text);
  return {
    asciiOnly,
    bytes: new Uint8Array(capacity),
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    backslashesBefore: new Uint8Array(capacity),
    length: 0,
    backslashes: 0,
    backslashAt: 0,
    halves: false,
  };
}

/** What has been read. */
export function taken({ bytes, starts, ends, backslashesBefore, length }: Tape): Reading {
  return { bytes: bytes.subarray(0, length), starts, ends, escaped: backslashesBefore };
}

/** Puts one byte on the tape, which stands for the stretch `[start, end)` of the text. */
export function store(tape: Tape, byte: number, start: number, end: number): void {
  const at = tape.length++;
  tape.bytes[at] = byte;
  tape.starts[at] = start;
  tape.ends[at] = end;
  tape.backslashesBefore[at] = Math.min(tape.backslashes, 255);
  tape.backslashes = 0;
}

/** Puts a character on the tape as UTF-8, or one foreign byte for a run of those that nobody looks for. */
export function storeCharacter(tape: Tape, codePoint: number, start: number, end: number): void {
  if (codePoint < 0x80) store(tape, codePoint, start, end);
  else if (!tape.asciiOnly || isHighSurrogate(codePoint)) {
    for (const byte of utf8(codePoint)) store(tape, byte, start, end);
  } else if (tape.length > 0 && tape.bytes[tape.length - 1] === FOREIGN) {
    tape.ends[tape.length - 1] = end;
    tape.backslashes = 0;
  } else store(tape, FOREIGN, start, end);
}

/** Takes an escape off the tape, and gives where it starts. */
export function takeBack(
  tape: Tape,
  { at, ownBackslashes }: { readonly at: number; readonly ownBackslashes: number },
): number {
  tape.length = at;
  tape.backslashes = (tape.backslashesBefore[at] ?? 0) - ownBackslashes;
  tape.backslashAt = tape.starts[at] ?? 0;
  return tape.backslashAt;
}

/** Drops the invisible character whose last byte the last escape gave. */
export function dropInvisible(tape: Tape): void {
  let at = tape.length - 1;
  while (tape.length - at < 4 && ((tape.bytes[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  const text = Buffer.from(tape.bytes.subarray(at, tape.length)).toString();
  const codePoint = text.codePointAt(0) ?? 0;
  if (utf8(codePoint).length === tape.length - at && text !== '\ufffd' && isInvisible(codePoint)) {
    takeBack(tape, { at, ownBackslashes: 0 });
  }
}

/** Joins the second half of a surrogate pair with the first, if that is on the tape, as three bytes. */
export function joinSurrogates(tape: Tape, low: number): number {
  if (!endsInHighSurrogate(tape)) return low;
  tape.length -= 3;
  const [second = 0, third = 0] = tape.bytes.subarray(tape.length + 1, tape.length + 3);
  const high = 0xd000 | ((second & 0x3f) << 6) | (third & 0x3f);
  return 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
}

function endsInHighSurrogate({ bytes, length }: Tape): boolean {
  return isHalf(bytes, length - 3);
}

function isHalf(bytes: Uint8Array, at: number): boolean {
  const second = bytes[at + 1] ?? 0;
  return bytes[at] === 0xed && second >= 0xa0 && second <= 0xaf;
}

/** Drops first halves of surrogate pairs whose second did not come. */
export function dropHalves(tape: Tape): void {
  const { bytes, starts, ends, backslashesBefore, length } = tape;
  tape.length = 0;
  for (let at = 0; at < length; at++) {
    if (isHalf(bytes, at)) {
      at += 2;
      continue;
    }
    for (const row of [bytes, starts, ends, backslashesBefore]) row[tape.length] = row[at] ?? 0;
    tape.length += 1;
  }
}

/** The first half of a pair. */
export function isHighSurrogate(codePoint: number): boolean {
  return codePoint >= 0xd800 && codePoint <= 0xdbff;
}

/** The second half of a pair. */
export function isLowSurrogate(codePoint: number): boolean {
  return codePoint >= 0xdc00 && codePoint <= 0xdfff;
}

/** UTF-8 of any number that a text can name, half a surrogate pair included. */
function utf8(codePoint: number): readonly number[] {
  if (codePoint < 0x80) return [codePoint];
  if (codePoint < 0x800) return [0xc0 | (codePoint >> 6), 0x80 | (codePoint & 0x3f)];
  const last = [0x80 | ((codePoint >> 6) & 0x3f), 0x80 | (codePoint & 0x3f)];
  if (codePoint < 0x10000) return [0xe0 | (codePoint >> 12), ...last];
  return [0xf0 | (codePoint >> 18), 0x80 | ((codePoint >> 12) & 0x3f), ...last];
}

/** No byte of UTF-8, nor of any needle. */
const FOREIGN = 0xff;
