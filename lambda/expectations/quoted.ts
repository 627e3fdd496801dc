import { escapeInvisible } from '../redaction/invisible.ts';

const MAX_QUOTED_CHARACTERS = 120;

/**
 * A value as JSON for a message: on one line, at most 120 characters, an ellipsis where it goes on. What is invisible
 * or would command a terminal is escaped.
 */
export function quoted(value: unknown): string {
  // Only a beginning of a long string is written out: the whole may be a megabyte.
  const json = JSON.stringify(typeof value === 'string' ? value.slice(0, MAX_QUOTED_CHARACTERS + 1) : value);
  const text = escapeInvisible(json.slice(0, MAX_QUOTED_CHARACTERS + 1));
  return text.length > MAX_QUOTED_CHARACTERS ? `${text.slice(0, MAX_QUOTED_CHARACTERS - 1)}…` : text;
}
