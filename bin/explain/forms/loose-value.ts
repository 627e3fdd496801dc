/** Deeper values are left out; no error that a client prints is as deep. */
const MAX_DEPTH = 40;
/** Values that are read in all. */
const MAX_VALUES = 20_000;

export interface LooseValue {
  readonly value: unknown;
  /** Where the text goes on behind it. */
  readonly end: number;
}

/**
 * The value that starts at a place in a text, as a program prints it for people: JSON, `util.inspect` of Node.js, a
 * Python dictionary, a literal with parts left out as `{...}`. What cannot be read of it becomes its own text, and
 * what is too deep or too much is left out. Linear, never throws.
 */
export function looseValueAt(text: string, start: number): LooseValue {
  const reader = new LooseReader(text, start);
  return { value: reader.value(0), end: reader.end };
}

class LooseReader {
  readonly #text: string;
  #at: number;
  #left = MAX_VALUES;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#at = start;
  }

  get end(): number {
    return this.#at;
  }

  value(depth: number): unknown {
    if (depth > MAX_DEPTH || this.#left-- <= 0) {
      this.#at = this.#text.length;
      return undefined;
    }
    this.#skip(/\s*/y);
    // What Node.js puts before a value: `<ref *1> ClientRequest {`, `Object [AxiosHeaders] {`, `[Object: null prototype] {`.
    this.#skip(
      /(?:<ref \*\d+> )?(?:\[?[\w$.]{1,80}(?:: null prototype)?\]? ?(?:\(\d+\) )?(?:\[[^\]\n]{1,80}\] )?)?(?=[{[])/y,
    );
    const open = this.#text[this.#at];
    if (open === '{') return this.#object(depth);
    if (open === '[')
      return this.#skip(/\[(?:Function|Circular|Object|Array|class|Getter|Symbol)[^\]\n]*\]/y) ?? this.#array(depth);
    return this.#string() ?? this.#word();
  }

  #object(depth: number): unknown {
    const object: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    let isLeftOut = false;
    this.#at += 1;
    for (;;) {
      const between = this.#skip(/(?:[\s,]|\.\.\.[^\n,}]*|…)+/y) ?? '';
      isLeftOut ||= /\.\.\.|…/.test(between);
      if (this.#ends('}')) return isLeftOut && Object.keys(object).length === 0 ? undefined : object;
      const before = this.#at;
      const name = this.#string() ?? this.#skip(/\[[^\]\n]{1,200}\]|[\w$.-]{1,200}/y);
      if (name !== undefined && this.#skip(/\s*(?::|=>)/y) !== undefined) object[name] = this.value(depth + 1);
      if (this.#at === before) this.#at += 1;
    }
  }

  #array(depth: number): unknown {
    const items: unknown[] = [];
    this.#at += 1;
    for (;;) {
      this.#skip(/(?:[\s,]|\.\.\.[^\n,\]]*|…)+/y);
      if (this.#ends(']')) return items;
      const before = this.#at;
      items.push(this.value(depth + 1));
      if (this.#at === before) this.#at += 1;
    }
  }

  /** At the end of the text everything ends. */
  #ends(close: string): boolean {
    if (this.#at >= this.#text.length) return true;
    if (this.#text[this.#at] !== close) return false;
    this.#at += 1;
    return true;
  }

  /** In any quotes, also in the pieces into which Node.js breaks a long one. */
  #string(): string | undefined {
    let string: string | undefined;
    do {
      const piece = this.#skip(/b?'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"|`(?:[^`\\]|\\[\s\S])*`/y);
      if (piece === undefined) return string;
      string = (string ?? '') + unescaped(piece.replace(/^b/, '').slice(1, -1));
    } while (this.#skip(/\s*\+\s*(?=['"`])/y) !== undefined);
    return string;
  }

  #word(): unknown {
    const word = this.#skip(/[^\s,{}[\]]+(?:[ \t]+[^\s,{}[\]]+)*/y) ?? '';
    if (/^-?\d{1,15}(?:\.\d{1,10})?$/.test(word)) return Number(word);
    return WORDS.has(word) ? WORDS.get(word) : word;
  }

  #skip(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }
}

const WORDS = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['True', true],
  ['False', false],
  ['null', undefined],
  ['None', undefined],
  ['undefined', undefined],
]);

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function unescaped(text: string): string {
  return text.replace(/\\(?:u([\da-f]{4})|x([\da-f]{2})|([\s\S]))/gi, (_, unicode, hex, one: string) =>
    one === undefined ? String.fromCharCode(Number.parseInt(unicode ?? hex, 16)) : (ESCAPES[one] ?? one),
  );
}
