const MAX_SHOWN_LENGTH = 80;

/** As JSON, which keeps a message on one line, and not too long. */
export function quote(text: string): string {
  return JSON.stringify(shorten(text));
}

export function shorten(text: string): string {
  return isShort(text) ? text : `${text.slice(0, MAX_SHOWN_LENGTH)}…`;
}

export function isShort(text: string): boolean {
  return text.length <= MAX_SHOWN_LENGTH;
}
