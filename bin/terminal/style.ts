import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];

/** Colours text for a terminal; `NO_COLOR`, `FORCE_COLOR` and a stream that is no terminal are respected. */
export type Style = (format: Format, text: string) => string;

export function styleFor(stream: NodeJS.WriteStream): Style {
  return (format, text) => styleText(format, text, { stream });
}

/** Escape sequences that styling adds; they take no room on the screen. */
const ESCAPES = /\u001b\[[0-9;]*m/g;

/** How many columns the text takes. Names are limited to characters of one column by the configuration. */
export function width(text: string): number {
  return text.replace(ESCAPES, '').length;
}
