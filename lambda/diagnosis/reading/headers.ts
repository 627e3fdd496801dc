/** Header fields by lower-case name; repeated fields joined by `, `. */
export type Fields = ReadonlyMap<string, string>;

const MAX_FIELDS = 256;

/** Makes header names case-blind and values single strings, whatever shape they came in. */
export function fieldsOf(headers: unknown): Fields {
  const fields = new Map<string, string>();
  if (typeof headers !== 'object' || headers === null) return fields;
  for (const [name, value] of Object.entries(headers).slice(0, MAX_FIELDS)) {
    const text = Array.isArray(value) ? value.map(String).join(', ') : String(value ?? '');
    const key = name.toLowerCase();
    const before = fields.get(key);
    fields.set(key, before === undefined ? text : `${before}, ${text}`);
  }
  return fields;
}
