import { MAX_DEPTH, MAX_ITEMS, MAX_VALUES } from './bounds.ts';
import type { Path } from './path.ts';
import type { Problem } from './problem.ts';

/**
 * Copies any value as plain data: objects, lists, texts, finite numbers, booleans, null.
 *
 * What is none of these, or contains itself, or goes beyond the bounds, is a problem and is left out of the copy; so is
 * a key whose value is `undefined`, without a problem. Everything after it works on the copy, so a getter, a proxy or a
 * cycle from YAML's aliases cannot surprise it. Throws only what the value's own getters throw.
 */
export function copyPlain(input: unknown): { readonly value: unknown; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const ancestors = new Set<object>();
  let values = 0;

  const refuse = (path: Path, rule: string): undefined => {
    problems.push({ path, rule });
  };

  const copy = (value: unknown, path: Path): unknown => {
    if (values === MAX_VALUES) refuse([], `must hold at most ${MAX_VALUES} values`);
    values += 1;
    if (values > MAX_VALUES || value === undefined) return undefined;
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
    if (typeof value === 'number') {
      return Number.isFinite(value) ? value : refuse(path, `must be a finite number, got ${value}`);
    }
    if (typeof value !== 'object') return refuse(path, `must be plain data, got a ${typeof value}`);
    if (ancestors.has(value)) return refuse(path, 'must not contain itself');
    if (ancestors.size === MAX_DEPTH) return refuse(path, `must not be nested more than ${MAX_DEPTH} levels deep`);
    if (!Array.isArray(value) && !isPlain(value)) return refuse(path, 'must be plain data, got an instance of a class');
    ancestors.add(value);
    const copied = Array.isArray(value) ? copyList(value, path) : copyObject(value, path);
    ancestors.delete(value);
    return copied;
  };

  const copyList = (list: readonly unknown[], path: Path): unknown => {
    if (list.length > MAX_ITEMS) return refuse(path, `must hold at most ${MAX_ITEMS} items, got ${list.length}`);
    return Array.from(list, (item, index) => copy(item, [...path, index]));
  };

  const copyObject = (object: object, path: Path): unknown => {
    const entries = Object.entries(object);
    if (entries.length > MAX_ITEMS) return refuse(path, `must hold at most ${MAX_ITEMS} keys, got ${entries.length}`);
    const copied: Record<string, unknown> = {};
    for (const [key, item] of entries) {
      if (key === '__proto__') refuse([...path, key], 'is not a key that can be used');
      else if (item !== undefined) copied[key] = copy(item, [...path, key]);
    }
    return copied;
  };

  return { value: copy(input, []), problems };
}

/** An object literal, of this realm or another, or one without a prototype. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** An object of a plain copy, whatever is in it. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value of a plain copy is an object and not a list. */
export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
