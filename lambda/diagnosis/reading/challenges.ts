/** One challenge of a `WWW-Authenticate` or `Proxy-Authenticate` field. */
export interface Challenge {
  /** Lower case, such as `bearer`. */
  readonly scheme: string;
  /** The scheme as it was written. */
  readonly written: string;
  /** Names in lower case; the first of a repeated name counts. */
  readonly params: ReadonlyMap<string, string>;
  /** What stands in place of parameters, such as Negotiate's data. */
  readonly token68?: string;
}

const MAX_CHALLENGES = 16;
const MAX_FIELD_LENGTH = 8192;
const TOKEN = /[!#$%&'*+\-.^_`|~\w]+/y;
const TOKEN68 = /[A-Za-z0-9\-._~+/]+=*/y;
const BLANK = /[ \t]*/y;
const SEPARATOR = /[ \t,]*/y;
const UNTIL_COMMA = /[^,]*/y;

/**
 * Reads the challenges of one field value, several of which may stand in one field, parameters and challenges both
 * separated by commas. Malformed parts are skipped: servers send many.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1
 */
export function parseChallenges(field: string): readonly Challenge[] {
  const text = field.slice(0, MAX_FIELD_LENGTH);
  const challenges: Challenge[] = [];
  let position = end(SEPARATOR, text, 0);
  while (position < text.length && challenges.length < MAX_CHALLENGES) {
    const schemeEnd = end(TOKEN, text, position);
    if (schemeEnd === position) {
      position = end(SEPARATOR, text, end(UNTIL_COMMA, text, position));
      continue;
    }
    const written = text.slice(position, schemeEnd);
    const scheme = written.toLowerCase();
    const params = new Map<string, string>();
    const start = end(BLANK, text, schemeEnd);
    const token68End = start === schemeEnd ? start : token68At(text, start);
    position = token68End > start ? token68End : readParams(text, start, params);
    challenges.push(
      token68End > start
        ? { scheme, written, params, token68: text.slice(start, token68End) }
        : { scheme, written, params },
    );
    position = end(SEPARATOR, text, position);
  }
  return challenges;
}

/** The end of a token68 at `start`, or `start`: it counts only when nothing but a comma follows. */
function token68At(text: string, start: number): number {
  const stop = end(TOKEN68, text, start);
  const next = text[end(BLANK, text, stop)];
  return next === undefined || next === ',' ? stop : start;
}

/** Fills `params` and returns where the next challenge may begin. */
function readParams(text: string, start: number, params: Map<string, string>): number {
  let position = end(SEPARATOR, text, start);
  for (;;) {
    const nameEnd = end(TOKEN, text, position);
    const equals = end(BLANK, text, nameEnd);
    if (nameEnd === position || text[equals] !== '=') return position;
    const name = text.slice(position, nameEnd).toLowerCase();
    const valueStart = end(BLANK, text, equals + 1);
    const [value, stop] = text[valueStart] === '"' ? quoted(text, valueStart) : bare(text, valueStart);
    if (!params.has(name)) params.set(name, value);
    position = end(SEPARATOR, text, stop);
  }
}

function quoted(text: string, start: number): [string, number] {
  let value = '';
  for (let position = start + 1; position < text.length; position++) {
    const character = text[position];
    if (character === '"') return [value, position + 1];
    value += character === '\\' ? (text[++position] ?? '') : character;
  }
  return [value, text.length];
}

/** More than a token: servers leave URLs and sentences unquoted. */
function bare(text: string, start: number): [string, number] {
  const stop = end(UNTIL_COMMA, text, start);
  return [text.slice(start, stop).trim(), stop];
}

function end(pattern: RegExp, text: string, position: number): number {
  pattern.lastIndex = position;
  return pattern.test(text) ? pattern.lastIndex : position;
}
