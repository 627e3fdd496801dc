import type { ObservedResponse } from '../request/observation.ts';
import type { Life } from './life.ts';
import { type GrantReading, quoted, type Stated } from './reading.ts';

/** The JSON of a 2xx; `undefined` of any other answer, of a page, and of a body that was cut off. Never throws. */
export function jsonOf({ status, body }: ObservedResponse): unknown {
  if (status < 200 || status > 299) return undefined;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

/** What stands at this path of keys and indices; `undefined` where a step is missing. Inherited keys do not count. */
export function valueAt(value: unknown, ...path: readonly (string | number)[]): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Record<string | number, unknown>)[key];
  }
  return here;
}

/** A string that is not empty. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** A finite number; digits in a string are none. */
export function numberAt(value: unknown, ...path: readonly (string | number)[]): number | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}

export function booleanAt(value: unknown, ...path: readonly (string | number)[]): boolean | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'boolean' ? found : undefined;
}

export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] | undefined {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? found : undefined;
}

/** A list of nothing but strings, which may be empty. */
export function textsAt(value: unknown, ...path: readonly (string | number)[]): readonly string[] | undefined {
  const found = listAt(value, ...path);
  return found?.every((one) => typeof one === 'string') ? found : undefined;
}

/** A value with its evidence, the server's text quoted; `undefined` where there is no value. */
export function stated<Value>(
  value: Value | undefined,
  where: string,
  what: string = String(value),
): Stated<Value> | undefined {
  return value === undefined ? undefined : { value, evidence: { where, what: quoted(what) || '(empty)' } };
}

/** The credential was taken: only for an answer whose shape no page and no stranger's JSON has. */
export function alive({ status }: ObservedResponse): Stated<Life> {
  return { value: 'alive', evidence: { where: 'status', what: String(status) } };
}

/** A reading by the provider's own word, without the facts that are undefined. */
export function reported(
  facts: {
    readonly [Key in Exclude<keyof GrantReading, 'source'>]?: GrantReading[Key] | undefined;
  },
): GrantReading {
  const known = Object.entries(facts).filter(([, fact]) => fact !== undefined);
  return { source: 'reported', ...Object.fromEntries(known) };
}
