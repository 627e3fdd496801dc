import { stripVTControlCharacters, styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];

/** Colours text for a terminal; `NO_COLOR`, `FORCE_COLOR` and a stream that is no terminal are respected. */
export type Style = (format: Format, text: string) => string;

export function styleFor(stream: NodeJS.WriteStream): Style {
  return (format, text) => styleText(format, text, { stream });
}

/** How many columns the text takes. Names are limited to characters of one column by the configuration. */
export function width(text: string): number {
  return stripVTControlCharacters(text).length;
}

/** The text, cut to so many columns; what is cut loses its colour. */
export function cutTo(columns: number, text: string): string {
  if (width(text) <= columns) return text;
  return `${stripVTControlCharacters(text).slice(0, Math.max(0, columns - 1))}…`;
}
