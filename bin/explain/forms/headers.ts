/** By lower-case name: the value, or the values of a field that is there more than once. */
export type Headers = Readonly<Record<string, string | readonly string[]>>;

/** Fields that are read of one message, in all; no server sends a tenth of it. */
export const MAX_HEADER_FIELDS = 1_000;

/** Brings the fields of a message together by name. Those after `MAX_HEADER_FIELDS` are left out. */
export function collectHeaders(fields: readonly (readonly [name: string, value: string])[]): Headers {
  const values = Map.groupBy(fields.slice(0, MAX_HEADER_FIELDS), ([name]) => name.toLowerCase());
  const headers: Record<string, string | readonly string[]> = Object.create(null);
  for (const [name, all] of values) {
    const [first, ...others] = all.map(([, value]) => value);
    headers[name] = others.length === 0 ? (first ?? '') : [first ?? '', ...others];
  }
  return headers;
}
