import type { Leaf } from './terms.ts';

const MAX_DEPTH = 10;
const MAX_NODES = 3000;
const MAX_LEAVES = 400;
const MAX_NESTED_LENGTH = 8192;
/** A name that is true at the top or in the error itself, such as `invalidToken`, is as good as a code. */
const FLAG = /^(?:error\.)?(?!\w{0,40}[eE]nabled)\w{1,60}$/;
/** Some servers guard JSON with such a line. */
const GUARD = /^(?:\)\]\}'|while\(1\);|for\(;;\);)[,\s]*/;
const PAIR = /"([\w.@-]{1,60})"\s{0,8}:\s{0,8}"((?:[^"\\\n]|\\.){1,500})"/g;

/** The parsed body, or `undefined` when it is not JSON, whatever its content type says. */
export function parseJson(body: string): unknown {
  const text = body.replace(GUARD, '').trimStart();
  if (!/^[[{"]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // A SyntaxError, or a RangeError from nesting: either way there is no tree to read.
    return undefined;
  }
}

/** Every string and number of a parsed body, walked without recursion within fixed bounds. */
export function jsonLeaves(root: unknown): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const pending: { value: unknown; path: string; key: string; depth: number }[] = [
    { value: root, path: '', key: 'message', depth: 0 },
  ];
  for (let visited = 0; visited < MAX_NODES && leaves.length < MAX_LEAVES; visited++) {
    const node = pending[visited];
    if (node === undefined) break;
    const { value, path, key, depth } = node;
    if (typeof value === 'string' || typeof value === 'number') {
      const inside = typeof value === 'string' ? nestedJson(value) : undefined;
      if (inside === undefined) leaves.push({ path, key, value });
      else if (depth < MAX_DEPTH) pending.push({ value: inside, path, key, depth: depth + 1 });
    } else if (value === true && FLAG.test(path)) leaves.push({ path, key: 'code', value: key });
    else if (typeof value === 'object' && value !== null && depth < MAX_DEPTH) {
      const entries = Array.isArray(value) ? value.slice(0, 64).map(entryOf) : Object.entries(value).slice(0, 128);
      for (const [name, child] of entries) {
        pending.push({
          value: child,
          path: joined(path, name),
          key: name.startsWith('[') ? key : name,
          depth: depth + 1,
        });
      }
    }
  }
  return leaves;
}

/** Gateways put the answer of whom they asked, as text, into a message of their own. */
function nestedJson(text: string): object | undefined {
  if (text.length > MAX_NESTED_LENGTH || !/^\s{0,8}(?:\{\s{0,8}"|\[\s{0,8}\{)/.test(text)) return undefined;
  const value = parseJson(text);
  return typeof value === 'object' && value !== null ? value : undefined;
}

function entryOf(value: unknown, index: number): [string, unknown] {
  return [`[${index}]`, value];
}

function joined(path: string, name: string): string {
  const short = name.slice(0, 60);
  return path === '' || short.startsWith('[') ? path + short : `${path}.${short}`;
}

/** What can be read of JSON that was cut off or is not quite JSON: its `"name": "text"` pairs. */
export function looseJsonLeaves(body: string): readonly Leaf[] {
  const leaves: Leaf[] = [];
  for (const [, key, value] of body.slice(0, 16_384).matchAll(PAIR)) {
    if (key !== undefined && value !== undefined) leaves.push({ path: key, key, value: unescaped(value) });
    if (leaves.length === 64) break;
  }
  return leaves;
}

function unescaped(text: string): string {
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    return text;
  }
}

/** The value at a path of own property names, or `undefined`. */
export function at(root: unknown, ...path: readonly (string | number)[]): unknown {
  let value = root;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string | number, unknown>)[name];
  }
  return value;
}

/** Like {@link at}, for a string that is not empty. */
export function textAt(root: unknown, ...path: readonly (string | number)[]): string | undefined {
  const value = at(root, ...path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
