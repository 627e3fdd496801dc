import { credentialsOf } from '../../lambda/redaction/credentials.ts';

/** How requests show in dumps and logs: a field that carries a credential, with its name before it. */
const FIELD_IN_TEXT =
  /(?<![\w-])((?:proxy-)?authorization|cookie|[\w-]{0,40}(?:api[_-]?key|access[_-]?token|auth[_-]?token|password|secret))["'\]]{0,2}\s{0,3}(?::|=>|=)\s{0,3}["'[]{0,2}([^\r\n"'\]\\]{4,4096})/gi;
/** A shorter value may be a word of the message. */
const SHORTEST_IN_TEXT = 8;
const MAX_FIELDS = 200;

/**
 * The credentials in a text that is no exchange by itself, such as a printed error: of the fields that requests have,
 * wherever they stand.
 */
export function credentialsInText(text: string): readonly string[] {
  const fields = [...text.matchAll(FIELD_IN_TEXT)].slice(0, MAX_FIELDS);
  const values = fields.flatMap(([, name = '', value = '']) =>
    credentialsOf({ url: '', headers: { [name]: value.replace(/[,;}\s]+$/, '') } }),
  );
  return [...new Set(values)].filter((value) => value.length >= SHORTEST_IN_TEXT && !value.includes(' '));
}
