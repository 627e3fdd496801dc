/** Columns of a line of mail, where it can be broken. */
export const WIDTH = 72;

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu;
const NOT_A_CHARACTER = /[\p{Cc}\p{Zl}\p{Zp}]/gu;
const LINK = /\b([a-z][a-z0-9+.-]*):\/\/([^\s/?#]*)/gi;

/**
 * The text on one line, of visible characters only: no line break of any script, nothing that hides, reorders or
 * has no width. Cut at `maxLength` characters.
 */
export function oneLine(text: string, maxLength: number): string {
  // Cut generously first: the patterns below need not see megabytes.
  const visible = text
    .slice(0, maxLength * 4)
    .replace(NOT_A_CHARACTER, ' ')
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...visible];
  return characters.length <= maxLength ? visible : `${characters.slice(0, maxLength - 3).join('')}...`;
}

/** The same in ASCII, for a subject line: accents are dropped, what is left over becomes `?`. */
export function asciiLine(text: string, maxLength: number): string {
  const ascii = oneLine(text, maxLength)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/gu, '?');
  return ascii.length <= maxLength ? ascii : `${ascii.slice(0, maxLength - 3)}...`;
}

/** Breaks a text between words; each line begins with `indent`, the later ones with `hanging`. */
export function wrap(text: string, indent = '', hanging = indent): readonly string[] {
  const lines: string[] = [];
  let line = indent;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = hanging;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}

/**
 * Somebody else's words as quoted lines: each begins with `> `, also where a word is longer than a line, so that
 * nothing in them can pass for a line of ours. Links are made unclickable.
 */
export function quote(text: string, maxLength: number): readonly string[] {
  const harmless = oneLine(text, maxLength)
    .replace(LINK, (_, scheme: string, host: string) => `${defang(scheme)}://${host.replaceAll('.', '[.]')}`)
    .replace(/\bwww\./gi, 'www[.]');
  const breakable = harmless.split(' ').flatMap((word) => word.match(/.{1,68}/gu) ?? []);
  return wrap(breakable.join(' '), '> ', '>   ');
}

function defang(scheme: string): string {
  return scheme.replace(/tt/i, 'xx');
}
