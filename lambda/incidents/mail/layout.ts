import { wrap } from './plain-text.ts';

/** Column at which what a label says begins. */
const LABEL_WIDTH = 10;

/** A label, and beside it what it says. */
export function labelled(label: string, text: string): readonly string[] {
  return wrap(text, label.padEnd(LABEL_WIDTH), ' '.repeat(LABEL_WIDTH));
}

/** A title over its lines, if there are any. */
export function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}

/** Paragraphs with a line between them, without the empty ones. */
export function apart(paragraphs: readonly (readonly string[])[]): readonly string[] {
  return paragraphs
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}
