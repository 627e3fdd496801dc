import { completedEscape, unclosedReference } from './escapes.ts';
import { isInvisible } from './invisible.ts';
import {
  dropHalves,
  dropInvisible,
  isHighSurrogate,
  isLowSurrogate,
  joinSurrogates,
  newTape,
  type Reading,
  type ReadingOptions,
  store,
  storeCharacter,
  type Tape,
  takeBack,
  taken,
} from './tape.ts';

/** The text's UTF-8 bytes as they are, without what is invisible: whoever cleans the text later drops that. */
export function readAsIs(text: string, options: ReadingOptions = {}): Reading {
  const tape = newTape(text, options);
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at) ?? 0;
    const end = at + (codePoint > 0xffff ? 2 : 1);
    if (!isInvisible(codePoint)) storeCharacter(tape, codePoint, at, end);
    at = end;
  }
  return taken(tape);
}

/**
 * The text's bytes with every escape undone: JSON (`\u0041`, `\/`), JavaScript (`\x41`), URL (`%41`, `%u0041`), HTML
 * (`&#65;`, `&#65`, `&amp;`), in any mix and however often applied. Backslashes are skipped, and so is what is
 * invisible, within an escape too. A secret that is read the same way is found in any disguise.
 *
 * Linear: a byte is stored once, and undoing an escape removes more bytes than it adds.
 */
export function readDecoded(text: string, options: ReadingOptions = {}): Reading {
  const tape = newTape(text, options);
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at) ?? 0;
    const end = at + (codePoint > 0xffff ? 2 : 1);
    const escaped = tape.backslashes % 2 === 1;
    if (!isInvisible(codePoint)) read(tape, codePoint, escaped ? tape.backslashAt : at, end);
    at = end;
  }
  if (options.cut !== true) endReference(tape, END);
  if (tape.halves) dropHalves(tape);
  return taken(tape);
}

/** Reads one character, then undoes the escape that it completes, and the one which that completes, and so on. */
function read(tape: Tape, character: number, start: number, end: number): void {
  let codePoint = character;
  let from = start;
  endReference(tape, character);
  for (;;) {
    if (isInvisible(codePoint) && !isHighSurrogate(codePoint) && !isLowSurrogate(codePoint)) return;
    put(tape, codePoint, from, end);
    const completed = completedEscape(tape);
    if (completed === undefined) return;
    from = takeBack(tape, completed);
    if (completed.isByte) {
      store(tape, completed.meaning, from, end);
      dropInvisible(tape);
      return;
    }
    codePoint = completed.meaning;
  }
}

function endReference(tape: Tape, next: number): void {
  const ended = unclosedReference(tape, next);
  if (ended === undefined) return;
  const end = tape.ends[tape.length - 1] ?? 0;
  read(tape, ended.meaning, takeBack(tape, ended), end);
}

function put(tape: Tape, codePoint: number, start: number, end: number): void {
  if (codePoint === BACKSLASH) {
    tape.backslashes += 1;
    tape.backslashAt = start;
  } else {
    const whole = isLowSurrogate(codePoint) ? joinSurrogates(tape, codePoint) : codePoint;
    tape.halves ||= isHighSurrogate(whole);
    if (isHighSurrogate(whole) || !isInvisible(whole)) storeCharacter(tape, whole, start, end);
  }
}

const BACKSLASH = 0x5c;
const END = -1;
