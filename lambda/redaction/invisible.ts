/**
 * Whether nobody sees the character, so that whoever cleans a text may drop it: controls, format characters, the soft
 * hyphen, zero widths, what Unicode does not assign. A tab and the ends of lines and pages separate, and are none.
 */
export function isInvisible(codePoint: number): boolean {
  const known = KNOWN[codePoint];
  if (known !== undefined && known !== UNKNOWN) return known === INVISIBLE;
  const invisible = LIKE_NOTHING.test(String.fromCodePoint(codePoint));
  KNOWN[codePoint] = invisible ? INVISIBLE : VISIBLE;
  return invisible;
}

/** Writes what nobody sees, and what a terminal would obey, as JSON escapes it: `\u009b`. */
export function escapeInvisible(text: string): string {
  return text.replace(UNPRINTABLE, (character) =>
    Array.from({ length: character.length }, (_, at) => `\\u${hex(character.charCodeAt(at))}`).join(''),
  );
}

function hex(codeUnit: number): string {
  return codeUnit.toString(16).padStart(4, '0');
}

const UNKNOWN = 0;
const VISIBLE = 1;
const INVISIBLE = 2;

/** By code point, filled in as they occur: a body may be a million of them. */
const KNOWN = new Uint8Array(0x110000);

const LIKE_NOTHING = /^(?![\t\n\v\f\r\x85])[\p{C}\p{Default_Ignorable_Code_Point}]$/u;
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
