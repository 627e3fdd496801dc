import { CHARACTER_REFERENCES } from './character-references.ts';
import type { Tape } from './tape.ts';

/** The escape at the end of the tape: where it starts, and the character or the byte that it stands for. */
export interface Escape {
  readonly at: number;
  readonly meaning: number;
  /** It is one byte of a longer UTF-8 sequence. */
  readonly isByte: boolean;
  readonly ownBackslashes: 0 | 1;
}

/** The escape that the last character has completed, if it has. */
export function completedEscape(tape: Tape): Escape | undefined {
  if (tape.backslashes > 0) return undefined;
  const last = tape.bytes[tape.length - 1] ?? 0;
  if (last === SEMICOLON) return completedReference(tape);
  return HEX[last] === -1 ? undefined : (completedPercent(tape) ?? completedUnicode(tape) ?? completedByte(tape));
}

function completedPercent({ bytes, length }: Tape): Escape | undefined {
  if (bytes[length - 3] !== PERCENT) return undefined;
  const meaning = hexNumber(bytes, length - 2, length);
  return meaning === undefined ? undefined : { at: length - 3, meaning, isByte: meaning >= 0x80, ownBackslashes: 0 };
}

function completedUnicode({ bytes, length, backslashesBefore }: Tape): Escape | undefined {
  const at = length - 5;
  const ofUrl = bytes[at - 1] === PERCENT; // as JavaScript's escape() writes it
  if (bytes[at] !== LETTER_U || (!ofUrl && backslashesBefore[at] === 0)) return undefined;
  const meaning = hexNumber(bytes, at + 1, length);
  if (meaning === undefined) return undefined;
  const ownBackslashes = backslashesBefore[at] === 0 ? 0 : 1;
  return { at: ownBackslashes === 1 ? at : at - 1, meaning, isByte: false, ownBackslashes };
}

/** `\x41`; of a character beyond ASCII one byte. */
function completedByte({ bytes, length, backslashesBefore }: Tape): Escape | undefined {
  const at = length - 3;
  if (bytes[at] !== LETTER_X || backslashesBefore[at] === 0) return undefined;
  const meaning = hexNumber(bytes, at + 1, length);
  return meaning === undefined ? undefined : { at, meaning, isByte: meaning >= 0x80, ownBackslashes: 1 };
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

/** The reference at the end of the tape that ends without its semicolon: what comes next is no digit of it. */
export function unclosedReference({ bytes, length, backslashes }: Tape, next: number): Escape | undefined {
  if (next === SEMICOLON || backslashes > 0 || HEX[bytes[length - 1] ?? 0] === -1) return undefined;
  let at = length - 1;
  while (length - at < LONGEST_NUMBER && HEX[bytes[at] ?? 0] !== -1) at -= 1;
  const isHex = bytes[at] === LETTER_X || bytes[at] === 0x58;
  const ampersand = isHex ? at - 2 : at - 1;
  if (bytes[ampersand] !== AMPERSAND || bytes[ampersand + 1] !== NUMBER_SIGN) return undefined;
  if (isHex ? next < 0x80 && HEX[next] !== -1 : next >= 0x30 && next <= 0x39) return undefined;
  const meaning = numericReference(String.fromCharCode(...bytes.subarray(ampersand + 1, length)));
  return meaning === undefined ? undefined : { at: ampersand, meaning, isByte: false, ownBackslashes: 0 };
}

function numericReference(name: string): number | undefined {
  const [, hex, decimal] = /^#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,8}))$/.exec(name) ?? [];
  const codePoint = hex !== undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal ?? '', 10);
  return codePoint <= 0x10ffff ? codePoint : undefined; // NaN is not
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

const PERCENT = 0x25;
const AMPERSAND = 0x26;
const SEMICOLON = 0x3b;
const NUMBER_SIGN = 0x23;
const LETTER_U = 0x75;
const LETTER_X = 0x78;
const LONGEST_NUMBER = 9;
const LONGEST_REFERENCE = '&DiacriticalGrave;'.length;

/** Value of a hexadecimal digit by its byte, -1 for any other byte. */
const HEX = Int8Array.from({ length: 256 }, (_, byte) =>
  '0123456789abcdef'.indexOf(String.fromCharCode(byte).toLowerCase()),
);
