/** Header fields by lower-case name; repeated fields joined by `, `. */
export type Fields = ReadonlyMap<string, string>;

const MAX_FIELDS = 256;
/** As much as servers take of one. */
const MAX_FIELD_LENGTH = 16_384;

/** Makes header names case-blind and values single strings, whatever shape they came in. */
export function fieldsOf(headers: unknown): Fields {
  const fields = new Map<string, string>();
  if (typeof headers !== 'object' || headers === null) return fields;
  for (const name of Object.keys(headers).slice(0, MAX_FIELDS)) {
    const value: unknown = (headers as Readonly<Record<string, unknown>>)[name];
    const text = Array.isArray(value) ? value.slice(0, MAX_FIELDS).map(textOf).join(', ') : textOf(value);
    const key = name.toLowerCase();
    const before = fields.get(key);
    fields.set(key, cut(before === undefined ? text : `${before}, ${text}`));
  }
  return fields;
}

/** What is neither a text nor a number was no header field; to make a text of it may even throw. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function cut(text: string): string {
  return text.length <= MAX_FIELD_LENGTH ? text : `${text.slice(0, MAX_FIELD_LENGTH)}…`;
}
