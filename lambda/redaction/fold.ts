import type { Reading } from './tape.ts';

/** What stands for what in a comparison, byte by byte. */
export type Fold = Uint8Array;

/** The same bytes folded. */
export function folded({ bytes, ...reading }: Reading, fold: Fold): Reading {
  const same = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) same[at] = fold[bytes[at] ?? 0] ?? 0; // faster than map
  return { ...reading, bytes: same };
}

/** Only the bytes that carry base64: a line's end may have been put anywhere, and a plus become a space. */
export function packed({ bytes, starts, ends, escaped }: Reading): Reading {
  const kept: Reading = {
    bytes: new Uint8Array(bytes.length),
    starts: new Int32Array(bytes.length),
    ends: new Int32Array(bytes.length),
    escaped: new Uint8Array(bytes.length),
  };
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (isPadding(byte) || (escaped[at] !== 0 && isEscapedSpace(byte))) continue;
    kept.bytes[length] = byte === UNDERSCORE ? SLASH : byte;
    kept.starts[length] = starts[at] ?? 0;
    kept.ends[length] = ends[at] ?? 0;
    length += 1;
  }
  return { ...kept, bytes: kept.bytes.subarray(0, length) };
}

/** White space, and what `+` may have been turned into or from. */
export function isPadding(byte: number): boolean {
  return (byte >= 9 && byte <= 13) || byte === 0x20 || byte === 0x2b || byte === 0x2d;
}

/** The `n`, `r` or `t` of `\n`, `\r`, `\t`. */
function isEscapedSpace(byte: number): boolean {
  return byte === 0x6e || byte === 0x72 || byte === 0x74;
}

const SLASH = 0x2f;
const UNDERSCORE = 0x5f;

function table(fold: (byte: number) => number): Fold {
  return Uint8Array.from({ length: 256 }, (_, byte) => fold(byte));
}

/** Bytes that an escape can turn into one another: a line feed is the `n` of its `\n`, a plus is a space. */
const SAME: Readonly<Record<number, number>> = { 9: 0x74, 10: 0x6e, 12: 0x66, 13: 0x72, 43: 0x20 };

export const EXACT = table((byte) => byte);
export const ESCAPES = table((byte) => SAME[byte] ?? byte);
export const LOWER = table((byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte));
export const ESCAPES_LOWER = table((byte) => LOWER[ESCAPES[byte] ?? byte] ?? byte);
