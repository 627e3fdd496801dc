/** Letters that take two columns of a terminal. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\p{Extended_Pictographic}]/u;
/** Where a line may break: at spaces, and around a letter that is a word of its own. */
const BREAKS = / |(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60])/u;
/** What could move the cursor or hide text; a text of somebody else may hold it. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;

/** How many columns the text takes. */
export function columnsOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  return [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0);
}

/** The text without what a terminal would act upon. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, ' ');
}

/**
 * The lines of a text at so many columns. A word that is longer, such as a link, stands alone on its own line and is
 * never broken, so that it can be copied.
 */
export function wrap(text: string, columns: number): readonly string[] {
  if (columnsOf(text) <= columns) return [text];
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  for (const { word, space } of wordsOf(text)) {
    const length = columnsOf(word);
    if (line !== '' && taken + space.length + length > columns) {
      lines.push(line);
      line = word;
      taken = length;
    } else {
      line += line === '' ? word : space + word;
      taken = line === word ? length : taken + space.length + length;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function wordsOf(text: string): readonly { readonly word: string; readonly space: string }[] {
  return text
    .split(' ')
    .flatMap((part) => part.split(BREAKS).map((word, index) => ({ word, space: index === 0 ? ' ' : '' })));
}

/** Breaks the words too that are longer than a line, but for links. */
export function wrapHard(text: string, columns: number): readonly string[] {
  return wrap(text, columns).flatMap((line) => {
    if (columnsOf(line) <= columns || line.includes('://')) return [line];
    const letters = [...line];
    const pieces = Math.ceil(letters.length / columns);
    return Array.from({ length: pieces }, (_, piece) => letters.slice(piece * columns, (piece + 1) * columns).join(''));
  });
}

/**
 * Pairs in two columns; where the right one would become too narrow to read, each right side stands below its left,
 * or behind it if both fit.
 */
export function pairs(rows: readonly (readonly [string, string])[], columns: number, hard = false): readonly string[] {
  const longest = Math.max(0, ...rows.map(([left]) => columnsOf(left)));
  const fold = hard ? wrapHard : wrap;
  const beside = columns - longest - GAP;
  return rows.flatMap(([left, right]) => {
    if (beside >= NARROWEST)
      return fold(right, beside).map((line, index) => (index === 0 ? left : '').padEnd(longest + GAP) + line);
    if (columnsOf(left) + GAP + columnsOf(right) <= columns) return [`${left}: ${right}`];
    return [...wrap(left, columns), ...fold(right, columns - GAP).map((line) => ' '.repeat(GAP) + line)];
  });
}

const GAP = 2;
const NARROWEST = 24;
